import { rate } from "../attribution/count.ts"
import type { Figures } from "../floors.ts"
import { wordsOf } from "../python-text.ts"
import { share } from "../share.ts"
import type { GoldRecord, GoldSnippet } from "./read-gold-evidence.ts"

/** A record as the program gives it, its spans as words; null: it names none. */
export type PredictedRecord = GoldRecord

export const EVIDENCE_COUNTS = ["predicted", "gold", "found", "kind", "stance", "checked", "checker", "unchecked", "noChecker", "findings", "finding", "empty", "clean"] as const // biome-ignore format: one list
export type EvidenceCounts = Record<(typeof EVIDENCE_COUNTS)[number], number>

/**
 * Count one snippet: a labelled record is paired, one to one, with the first predicted one whose item shares half of the
 * shorter one's words, else with the first of its kind whose finding does.
 */
export function countEvidence({ records }: Pick<GoldSnippet, "records">, predicted: readonly PredictedRecord[]) {
  const counts = noEvidence()
  const left = [...predicted]
  counts.predicted = predicted.length
  counts.gold = records.length
  counts.empty = Number(records.length === 0)
  counts.clean = Number(records.length === 0 && predicted.length === 0)
  for (const gold of records) {
    const found = left.find(({ item }) => isShared(gold.item, item)) ?? left.find((one) => isFoundBy(gold, one))
    if (!found) continue
    left.splice(left.indexOf(found), 1)
    countPair(counts, gold, found)
  }
  return counts
}

const isFoundBy = (gold: GoldRecord, one: PredictedRecord): boolean =>
  gold.kind === one.kind && isShared(gold.finding, one.finding)

function countPair(counts: EvidenceCounts, gold: GoldRecord, one: PredictedRecord): void {
  counts.found++
  counts.kind += Number(gold.kind === one.kind)
  counts.stance += Number(gold.stance === one.stance)
  counts[gold.checker ? "checked" : "unchecked"]++
  if (gold.checker) counts.checker += Number(inBoth(gold.checker, one.checker) > 0)
  else counts.noChecker += Number(!one.checker)
  if (!gold.finding) return
  counts.findings++
  counts.finding += Number(inBoth(gold.finding, one.finding) * 2 >= bagOf(gold.finding).size)
}

const LEAST_LETTERS = 3
const bagOf = (text: string | null): ReadonlySet<string> =>
  new Set(wordsOf((text ?? "").toLowerCase()).filter((word) => [...word].length >= LEAST_LETTERS))

function inBoth(a: string | null, b: string | null): number {
  const words = bagOf(b)
  return [...bagOf(a)].filter((word) => words.has(word)).length
}

const isShared = (a: string | null, b: string | null): boolean =>
  inBoth(a, b) > 0 && inBoth(a, b) * 2 >= Math.min(bagOf(a).size, bagOf(b).size)

export const noEvidence = (): EvidenceCounts =>
  Object.fromEntries(EVIDENCE_COUNTS.map((name) => [name, 0])) as unknown as EvidenceCounts

export function addEvidence(all: readonly EvidenceCounts[]): EvidenceCounts {
  const sum = noEvidence()
  for (const counts of all) for (const name of EVIDENCE_COUNTS) sum[name] += counts[name]
  return sum
}

/** The lines of the report; 0 where nothing is to be divided by. */
export function evidenceRates(counts: EvidenceCounts): Figures {
  const { found } = counts
  const { precision, recall, f1 } = rate({ right: found, ...counts })
  return {
    "records P": precision,
    "records R": recall,
    "records F1": f1,
    kind: share(counts.kind, found),
    stance: share(counts.stance, found),
    checker: share(counts.checker, counts.checked),
    "no checker": share(counts.noChecker, counts.unchecked),
    finding: share(counts.finding, counts.findings),
    clean: share(counts.clean, counts.empty),
  }
}
