import type { StoryWeights } from "../../lexicon/story-weights.ts"
import { CONTRASTS, type KnownOfPair } from "./pair-features.ts"
import { cosine, rounded, type StoryVectors, sharedWeight } from "./story-vectors.ts"

/** The bound is added up in another order than scores are. */
const DOUBT = 1e-4

/** Some features of a pair: what they add to its score, and the most that they could. */
type Stage = Readonly<{ most: number; of(a: StoryVectors, b: StoryVectors): number }>

/**
 * Whether the score of a pair lies below `least` for certain: features are added up, those first that cost little, until
 * the most that the others could add does not reach it. Most pairs fall out before the long vectors are compared.
 */
export function openScoreBound(weights: StoryWeights, least: number) {
  const constant = weights.get("constant") ?? 0
  const [ofBody, ...ofContrasts] = ["body", ...CONTRASTS].map((name) => openTerm(weights, name))
  const stages = stagesOf(weights)
  // The most that the stages from each one on could add.
  const left = stages.map((_, from) => stages.slice(from).reduce((sum, { most }) => sum + most, 0))
  return (a: StoryVectors, b: StoryVectors, { likeness, contrasts }: KnownOfPair): boolean => {
    let sum = constant + ofBody!.of(likeness)
    for (let i = 0; i < contrasts.length; i++) sum += ofContrasts[i]!.of(rounded(contrasts[i]!))
    for (let i = 0; i < stages.length; i++) {
      if (sum + left[i]! < least - DOUBT) return true
      sum += stages[i]!.of(a, b)
    }
    return sum < least - DOUBT
  }
}

/** All but the pairs of words, which are the longest and weigh least, are worked out; those are in the last one's most. */
function stagesOf(weights: StoryWeights): Stage[] {
  const cosineOf = (kind: "title" | "lead" | "names"): Stage => {
    const { most, of } = openTerm(weights, kind)
    return { most, of: (a, b) => of(cosine(a[kind], b[kind])) }
  }
  const sharedOf = (kind: "names" | "words"): Stage => {
    const [lighter, heavier] = [openTerm(weights, `${kind}-of-lighter`), openTerm(weights, `${kind}-of-heavier`)]
    const heaviest = kind === "names" ? "heaviestNames" : "heaviestWords"
    return {
      most: lighter.most + heavier.most,
      of(a, b) {
        const [ofLighter, ofHeavier] = sharedWeight(a[heaviest], b[heaviest])
        return lighter.of(rounded(ofLighter)) + heavier.of(rounded(ofHeavier))
      },
    }
  }
  const pairs = openTerm(weights, "pairs").most
  const known = [cosineOf("title"), sharedOf("names"), sharedOf("words"), cosineOf("lead"), cosineOf("names")]
  return [...known, { most: pairs, of: () => pairs }]
}

/** What a feature and its root add to a score, and the most of it for features from 0 to 1. */
function openTerm(weights: StoryWeights, name: string) {
  const [plain, root] = [weights.get(name) ?? 0, weights.get(`root-of-${name}`) ?? 0]
  const of = (value: number): number => plain * value + root * Math.sqrt(Math.max(0, value))
  // A parabola in the root: its greatest value is at an end or where it turns.
  const turn = plain === 0 ? 0 : Math.min(1, Math.max(0, -root / (2 * plain)))
  return { of, most: Math.max(0, of(1), of(turn * turn)) }
}
