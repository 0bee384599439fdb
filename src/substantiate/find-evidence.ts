import type { EvidenceLexicon } from "../lexicon/evidence.ts"
import type { Analysis } from "../model/analysis.ts"
import type { Attribution } from "../model/attribution.ts"
import type { Evidence } from "../model/evidence.ts"
import { overlaps } from "../model/span.ts"
import { type Candidate, findCandidates } from "./candidates.ts"
import { MADE_ELSEWHERE } from "./features.ts"
import { findChecker } from "./find-checker.ts"
import { findFinding } from "./find-finding.ts"
import { findUnverified } from "./find-unverified.ts"
import { weigh } from "./weigh.ts"

/**
 * What claims are rested on, checked against or attacked with, in order; statements that a check failed with them.
 * Does not throw; empty when there is none. Method: nouns of things and names of outlets, weighed by a logistic
 * regression on the words beside them and their part in attributions (training/substantiate/).
 */
export function findEvidence(
  analysis: Analysis,
  attributions: readonly Attribution[],
  lexicon: EvidenceLexicon,
): Evidence[] {
  const unverified = findUnverified(analysis, lexicon)
  const weighed = findCandidates(analysis, attributions, lexicon).map((candidate) => ({
    candidate,
    score: weigh(candidate.features, lexicon.weights.record),
  }))
  const likely = weighed.filter(({ score }) => score >= lexicon.weights.keep).sort((a, b) => b.score - a.score)
  const kept: Candidate[] = []
  for (const { candidate } of likely) {
    // "a Courier analysis of harbour records" is one thing: the likelier of its nouns.
    const taken = [...kept.map(({ span }) => span), ...unverified.map(({ item }) => item)]
    if (!taken.some((span) => overlaps(span, candidate.span))) kept.push(candidate)
  }
  return [...unverified, ...kept.map((candidate) => recordOf(candidate, lexicon))].sort(
    (a, b) => a.item.start - b.item.start,
  )
}

/** A recording made elsewhere speaks against what it is shown as; else the words around it decide. */
const isAgainst = ({ features }: Candidate, { weights }: EvidenceLexicon): boolean =>
  features.includes(MADE_ELSEWHERE) || weigh(features, weights.against) >= 0.5

function recordOf(candidate: Candidate, lexicon: EvidenceLexicon): Evidence {
  const { finding, attribution } = findFinding(candidate, lexicon)
  return {
    item: candidate.span,
    kind: candidate.item.kind,
    ...findChecker(candidate, lexicon),
    finding,
    stance: isAgainst(candidate, lexicon) ? "against" : "for",
    attribution: attribution?.id ?? null,
  }
}
