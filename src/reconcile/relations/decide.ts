import { VERDICTS, type Verdict } from "../../model/relation.ts"

/** The likeliest verdict of a multinomial logistic regression, with its probability; `among`: those that are possible. */
export function decide(
  features: ReadonlyMap<string, number>,
  weights: ReadonlyMap<string, readonly number[]>,
  among: readonly Verdict[] = VERDICTS,
): Readonly<{ verdict: Verdict; score: number }> {
  const sums = VERDICTS.map((verdict, index) => {
    if (!among.includes(verdict)) return Number.NEGATIVE_INFINITY
    const own = (name: string) => weights.get(name)?.[index] ?? 0
    return [...features].reduce((sum, [name, value]) => sum + value * own(name), own("constant"))
  })
  const top = Math.max(...sums)
  const likely = sums.map((sum) => Math.exp(sum - top))
  const best = sums.indexOf(top)
  return { verdict: VERDICTS[best]!, score: 1 / likely.reduce((sum, one) => sum + one, 0) }
}
