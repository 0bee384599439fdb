import type { Compared } from "./compare-claims.ts"
import { typedFeatures } from "./typed-features.ts"

/** What the verdict is learned from, as named numbers of about 0 to 1. */
export function toFeatures(compared: Compared): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  const features: Feature[] = [
    ...compared.claimantFeatures,
    ["claimant-same", compared.sameness],
    ...quantityFeatures(compared),
    ...wordFeatures(compared),
    ...signalFeatures(compared),
    ...typedFeatures(compared),
  ]
  for (const [name, value] of features) {
    if (value) found.set(name, Number(value))
  }
  return found
}

type Feature = readonly [name: string, value: number | boolean]

function quantityFeatures(compared: Compared): Feature[] {
  const { quantities: pair, left, right } = compared
  const same = compared.sameness
  const one = left.quantities.length > 0 !== right.quantities.length > 0
  if (!pair)
    return [
      ["quantity-one-side", one],
      ["quantity-none", !one],
    ]
  const is = (name: string) => pair.agreement === name
  const open = ({ low, high }: { low: number | null; high: number | null }) => low !== high
  return [
    ["quantity-equal", is("equal")],
    ["quantity-overlap", is("overlap")],
    ["quantity-apart", is("apart")],
    ["quantity-measure-other", !pair.sameMeasure],
    ["quantity-equal-same", is("equal") ? same : 0],
    ["quantity-overlap-same", is("overlap") ? same : 0],
    ["quantity-apart-same", is("apart") ? same : 0],
    ["quantity-equal-measure-other", is("equal") && !pair.sameMeasure],
    ["quantity-apart-measure-other", is("apart") && !pair.sameMeasure],
    ["quantity-left-open", open(pair.left)],
    ["quantity-right-open", open(pair.right)],
    ["quantity-about", pair.left.about || pair.right.about],
    ["quantity-converted", pair.converted],
    ["quantity-far", is("apart") && pair.ratio < 0.5],
  ]
}

function wordFeatures(compared: Compared): Feature[] {
  const { words, days } = compared
  const same = compared.sameness
  return [
    ["words-contained", words.contained],
    ["words-jaccard", words.jaccard],
    ["words-in-text", words.inText],
    ["words-letters", words.letters],
    ["words-same", words.contained * same],
    ["concepts-shared", Math.min(2, words.sharedConcepts) / 2],
    ["contrary", words.contraries.length > 0],
    ["contrary-same", words.contraries.length > 0 ? same : 0],
    ["names-other", words.otherNames],
    ["names-shared", words.sharedNames],
    ["names-apart", words.namesApart],
    ["scope-other", words.scopes.length > 0],
    ["scope-other-same", words.scopes.length > 0 ? same : 0],
    ...words.scopes.map((scope): Feature => [`scope-${scope}`, 1]),
    ["days-before", days !== null && days < 0],
    ["days-none", days === 0],
    ["days", days === null ? 0 : Math.log1p(Math.max(0, days)) / 4],
    ["days-many", days !== null && days > 6],
  ]
}

const BOTH = [
  "deny",
  "negation",
  "universal",
  "plan",
  "decline",
  "vague",
  "part",
  "bound",
  "actor",
  "witness",
  "anon",
  "office",
  "period",
  "relay",
] as const
const RIGHT = ["decline", "vague", "part"] as const
/** Counted with the claimants already. */
const SPEAKING = ["retract", "independent", "relay"] as const

function signalFeatures(compared: Compared): Feature[] {
  const { left, right } = compared
  const same = compared.sameness
  const has = (signals: ReadonlyMap<string, number>, kind: string) => Math.min(2, signals.get(kind) ?? 0) / 2
  const { negatives } = compared
  const negated = negatives.map((count) => count > 0)
  const odd = negatives[0] % 2 !== negatives[1] % 2
  return [
    ...BOTH.flatMap((kind): Feature[] => [
      [`${kind}-left`, has(left.focusSignals, kind)],
      [`${kind}-right`, has(right.focusSignals, kind)],
      [`${kind}-one-side`, left.focusSignals.has(kind) !== right.focusSignals.has(kind)],
    ]),
    ...RIGHT.flatMap((kind): Feature[] => [
      [`${kind}-text`, has(right.signals, kind)],
      [`${kind}-text-same`, has(right.signals, kind) * same],
    ]),
    ...SPEAKING.map((kind): Feature => [`${kind}-text-same`, has(right.signals, kind) * same]),
    ["deny-text", has(right.signals, "deny")],
    ["act-deny", right.claim.act === "deny"],
    ["negated-one", negated[0] !== negated[1]],
    ["negated-one-same", negated[0] !== negated[1] ? same : 0],
    ["negated-both", negated[0]! && negated[1]!],
    ["negatives-odd", odd],
    ["negatives-odd-same", odd ? same : 0],
    ["negatives-even", !odd && negatives[0] + negatives[1] > 0],
    ["act-plan-left", PLANS.has(left.claim.act ?? "")],
    ["act-plan-right", PLANS.has(right.claim.act ?? "")],
    ["plan-to-deed", PLANS.has(left.claim.act ?? "") && !PLANS.has(right.claim.act ?? "")],
    ["quoted-right", /["“]/.test(right.claim.text)],
  ]
}

const PLANS: ReadonlySet<string> = new Set(["promise", "intend", "predict", "urge", "demand", "threaten", "ask"])
