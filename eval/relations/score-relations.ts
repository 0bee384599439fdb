import type { Figures } from "../floors.ts"

const VERDICTS = ["repeats", "confirms", "disputes", "revises", "compatible", "not-comparable", "unsure"] as const
/** A dispute where the label says one of these is a wrong one; elsewhere a careful reader may waver. */
const NO_DISPUTE: readonly string[] = ["repeats", "confirms", "not-comparable"]

export type JudgedPair = Readonly<{ gold: string; said: string }>

/** F1 of each verdict, their mean, accuracy, and the wrong disputes among those called; 0 where nothing can be counted. */
export function scoreRelations(pairs: readonly JudgedPair[]): Figures {
  const f1 = VERDICTS.map((verdict) => f1Of(pairs, verdict))
  const disputes = pairs.filter(({ said }) => said === "disputes")
  return {
    ...Object.fromEntries(VERDICTS.map((verdict, index) => [verdict, f1[index]!])),
    "macro F1": f1.reduce((sum, one) => sum + one, 0) / f1.length,
    accuracy: share(pairs, ({ gold, said }) => gold === said),
    "wrong disputes": share(disputes, ({ gold }) => NO_DISPUTE.includes(gold)),
  }
}

function f1Of(pairs: readonly JudgedPair[], verdict: string): number {
  const both = pairs.filter(({ gold, said }) => gold === verdict && said === verdict).length
  const all = pairs.filter(({ gold }) => gold === verdict).length + pairs.filter(({ said }) => said === verdict).length
  return all === 0 ? 0 : (2 * both) / all
}

const share = (pairs: readonly JudgedPair[], is: (pair: JudgedPair) => boolean): number =>
  pairs.length === 0 ? 0 : pairs.filter(is).length / pairs.length
