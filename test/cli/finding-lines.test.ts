import assert from "node:assert/strict"
import { test } from "vitest"
import { findingLines } from "../../src/cli/finding-lines.ts"
import { toStyle } from "../../src/cli/style.ts"
import { width } from "../../src/cli/width.ts"
import { type Findings, NO_FINDINGS } from "../../src/model/findings.ts"
import type { Entry } from "../../src/model/ledger.ts"
import { inventedEntry } from "../invented-entry.ts"
import { findingsIn } from "../invented-findings.ts"

const text =
  "Oru Vane, the warden, said more than 40 drowned off Selm on Monday. He saw two boats. A clip shows it, the Tarn Group found. The day before last market nobody was hurt."

const bare = inventedEntry({
  text,
  claims: [
    { source: "Oru Vane, the warden,", cue: "said", content: ["more than 40 drowned off Selm on Monday"] },
    { source: "He", cue: "saw", content: ["two boats"] },
    { source: null, cue: null, content: ["nobody was hurt"] },
  ],
})
const [said, saw, nobody] = bare.run!.attributions.map(({ id }) => id)
const find = findingsIn(text)
const vane = find.entity(["Oru Vane", "He"], { name: "Oru Vane", kind: "person", roles: ["warden"] })

const FINDINGS: Findings = {
  entities: [vane],
  figures: [
    find.figure("more than 40", { low: 41, unit: "people", attribution: said! }),
    find.figure("two", { measure: "count", low: 2, high: 2, of: "boats", attribution: saw! }),
    find.figure("nobody", { measure: "wounded", low: 0, high: 0, attribution: nobody! }),
  ],
  times: [find.time("Monday", "2031-03-10"), find.time("The day before last market", null)],
  places: [find.place("Selm", { country: "VE", latitude: 1, longitude: 2, precision: "city" })],
  evidence: [find.evidence("A clip", { kind: "video", checker: find.spanOf("the Tarn Group"), method: "reviewed" })],
}

const withFindings = (findings: Findings): Entry => ({
  ...bare,
  run: {
    ...bare.run!,
    findings,
    attributions: bare.run!.attributions.map((one) => ({ ...one, speaker: one.id === nobody ? null : vane.id })),
  },
})

const lines = (entry: Entry, columns = 100): string[] => findingLines(entry, { columns, style: toStyle(false) })

test("prints a line a kind: figures with their claimants, places, evidence, and how many times stay open", () => {
  assert.deepEqual(lines(withFindings(FINDINGS)), [
    "   figures   41 or more killed (Oru Vane) · none wounded",
    "   places    Selm (VE)",
    "   times     1 of 2 not resolved",
    "   evidence  A clip, reviewed by the Tarn Group (supports)",
  ])
})

test("prints nothing where there is nothing to tell", () => {
  assert.deepEqual(lines(withFindings(NO_FINDINGS)), [])
  assert.deepEqual(lines({ ...bare, run: null }), [])
  assert.deepEqual(lines(withFindings({ ...NO_FINDINGS, times: [find.time("Monday", "2031-03-10")] })), [])
})

test("names no place twice, and counts what is more than a line should hold", () => {
  const places = Array.from({ length: 12 }, (_, i) => find.place("Selm", { name: `Selm ${i % 11}` }))
  const [line] = lines(withFindings({ ...NO_FINDINGS, places }), 300)
  assert.match(line!, /Selm 0 \(no point\) · .*Selm 7 \(no point\) · 3 more$/)
})

test("fits every line to the terminal", () => {
  for (const columns of [20, 45, 80]) {
    assert.ok(lines(withFindings(FINDINGS), columns).every((line) => width(line) <= columns))
  }
})
