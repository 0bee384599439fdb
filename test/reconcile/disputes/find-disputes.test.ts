import assert from "node:assert/strict"
import { test } from "vitest"
import { readNegations } from "../../../src/lexicon/negations.ts"
import { loadRelations } from "../../../src/lexicon/relations.ts"
import { loadWordCounts } from "../../../src/lexicon/word-counts.ts"
import { entityId } from "../../../src/model/entity.ts"
import type { DocumentRecord, Entry } from "../../../src/model/ledger.ts"
import { openSentences } from "../../../src/pipeline.ts"
import { type Dispute, findDisputes } from "../../../src/reconcile/disputes/find-disputes.ts"
import { relate } from "../../../src/reconcile/relations/relate.ts"
import { BRIDGE, inventedReport, ledgerOf } from "../../invented-ledger.ts"

const LEXICON = loadRelations()
const NEGATIONS = readNegations()
const sentences = openSentences()

async function disputes(entries: readonly Entry[]): Promise<Dispute[]> {
  const ledger = await ledgerOf(entries)
  const records = await Promise.all(entries.map(async ({ document }) => (await ledger.document(document.id))!))
  const documents = records.map((record: DocumentRecord) => ({
    record,
    sentences: sentences(record.text),
    titleFigures: [],
    titleVoice: null,
  }))
  return findDisputes(documents, {
    likeness: (left, right) => Number(left.toLowerCase() === right.toLowerCase()),
    copies: [],
    relate: (left, right) => relate(left, right, LEXICON),
    negations: NEGATIONS,
    counts: loadWordCounts(),
  })
}

const names = (found: readonly Dispute[]) => found.map(({ left, right }) => [left.claimant, right.claimant]).sort()

test("a denial and another figure stand against the claim, the earlier one left, each pair of claimants once", async () => {
  const found = await disputes(BRIDGE)
  assert.deepEqual(
    names(found).filter(([left]) => left === "The Tarvel defence ministry"),
    [
      ["The Tarvel defence ministry", "Ilse Paderov"],
      ["The Tarvel defence ministry", "Osmer"],
    ],
  )
  const denial = found.find(({ right }) => right.claimant === "Osmer")!
  assert.deepEqual([denial.left.act, denial.right.act, denial.documents], ["assert", "deny", 3])
  assert.match(denial.why, /denies it/)
})

test("nobody disputes what he himself said, and agreement is no dispute", async () => {
  assert.deepEqual(await disputes(BRIDGE.slice(0, 2)), [])
  const again = inventedReport({
    ...{ text: "Osmer said that 71 raiders were killed at Hesk bridge.", file: "/e.txt", publisher: "Lower Post" },
    claims: [{ source: "Osmer", cue: "said", content: ["71 raiders were killed at Hesk bridge"] }],
    entities: [{ name: "Osmer", kind: "place" }],
    figures: [{ words: "71", low: 71, high: 71 }],
  })
  assert.deepEqual(names(await disputes([BRIDGE[0]!, again])), [])
})

test("the order of the documents changes nothing", async () => {
  const forth = await disputes(BRIDGE)
  const back = await disputes([...BRIDGE].reverse())
  assert.deepEqual(names(back), names(forth))
  assert.deepEqual(back.map(({ why }) => why).sort(), forth.map(({ why }) => why).sort())
})

test("documents without claims have no disputes", async () => {
  assert.deepEqual(await disputes([]), [])
  assert.deepEqual(await disputes([inventedReport({ text: "Rain fell.", file: "/f.txt" })]), [])
})

test('who speaks as "who" is called by the entity that it stands for, else left open, and never joined to another', async () => {
  const text = `The surgeons, who said that 12 raiders were killed at Hesk bridge, left. The pilots, who said that 40 raiders were killed at Hesk bridge, stayed.`
  const content = (count: number) => [`that ${count} raiders were killed at Hesk bridge`]
  const entry = inventedReport({
    ...{ text, file: "/g.txt", publisher: "Osk Gazette" },
    claims: [12, 40].map((count) => ({ source: "who", cue: "said", content: content(count) })),
    figures: [12, 40].map((count) => ({ words: `${count}`, low: count, high: count })),
  })
  const [open] = await disputes([entry])
  assert.deepEqual([open!.left.claimant, open!.right.claimant], ["somebody (“who”)", "somebody (“who”)"])
  const id = entityId(entry.text.id, { start: 0, end: 12 })
  const findings = entry.run!.findings
  const known = {
    ...entry,
    run: {
      ...entry.run!,
      attributions: entry.run!.attributions.map((one, at) => (at === 0 ? { ...one, speaker: id } : one)),
      findings: {
        ...findings,
        entities: [{ id, name: "The surgeons", kind: "group" as const, roles: [], mentions: [{ start: 0, end: 12 }] }],
      },
    },
  }
  const [told] = await disputes([known])
  assert.ok([told!.left.claimant, told!.right.claimant].includes("The surgeons"))
  assert.doesNotMatch(told!.why, /^who\b|\bagainst who\b/)
})
