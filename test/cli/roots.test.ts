import assert from "node:assert/strict"
import { test } from "vitest"
import { rootTree } from "../../src/cli/root-tree.ts"
import type { Screen } from "../../src/cli/screen.ts"
import { CounterclaimError } from "../../src/model/error.ts"
import { copySubject } from "../../src/model/judged-copies.ts"
import { nameSubject } from "../../src/model/judged-names.ts"
import { inventedEntry } from "../invented-entry.ts"
import { BRIDGE } from "../invented-ledger.ts"
import { toJudgement } from "../ledger/entries.ts"
import { stage } from "./stage.ts"

const BLAST = "seven lanterns exploded in Tolvey harbour"
const entry = (file: string, text: string, source: string) =>
  inventedEntry({ file: `/articles/${file}`, text, claims: [{ source, cue: "said", content: [BLAST] }] })
const entries = {
  "a.txt": entry("a.txt", `The police said ${BLAST}.`, "The police"),
  "b.txt": entry("b.txt", `Constable Ida Marrow said ${BLAST} at noon.`, "Constable Ida Marrow"),
  "c.html": entry(
    "c.html",
    "Sheep prices doubled, the shepherds said, while seven lanterns exploded in Tolvey harbour.",
    "the shepherds",
  ),
  "d.txt": inventedEntry({
    file: "/articles/d.txt",
    text: "Sieben Laternen sind im Hafen explodiert.",
    language: "de",
  }),
  "e.txt": new CounterclaimError({ code: "input/empty", what: "there is no text", where: "e.txt", fix: "give one" }),
}

test("roots prints a JSON object a claim, with where it stands and from whom it is", async () => {
  const { status, out } = await stage({ entries }).run("roots", "--json", "a.txt", "b.txt", "c.html")
  assert.equal(status, 0)
  const claim = JSON.parse(out.split("\n")[0]!)
  assert.deepEqual(
    claim.appearances.map(({ file }: { file: string }) => file),
    ["a.txt", "b.txt", "c.html"],
  )
  const [{ start, end, text, claimant, says }] = claim.appearances
  assert.equal(text, `The police said ${BLAST}.`.slice(start, end))
  assert.deepEqual([claimant, says, claim.roots, claim.min], ["The police", "yes", ["The police"], 1])
  assert.deepEqual(claim.tree[0].documents, [{ file: "a.txt", relayedBy: [], copies: ["b.txt"], alike: [] }])
})

test("roots prints a block a claim and how many documents were read", async () => {
  const { out } = await stage({ entries }).run("roots", "a.txt", "b.txt", "c.html")
  assert.match(out, /3 documents -> 1 root/)
  assert.match(out, /The police: a\.txt \(copied in b\.txt\)/)
  assert.match(out, /carried by two or more of 3 documents\./)
})

test("an outlet is named once in a branch, with how many of its documents stand there", () => {
  const leaf = { relayedBy: [], copies: [], alike: [] }
  const tree = [
    { root: "The police", sure: true, documents: [0, 1, 2].map((document) => ({ ...leaf, document })) },
    { root: null, sure: true, documents: [{ ...leaf, document: 3, alike: [4, 5] }] },
    { root: null, sure: false, documents: [{ ...leaf, document: 6 }] },
  ]
  const claim = { ...{ proposition: "It rained", documents: 7, appearances: [], roots: ["The police"] }, tree }
  const names = ["Lamp", "Echo", "Echo", "Post", "Post", "Lamp", "Courier"]
  const printed = rootTree({ ...claim, min: 1, max: 1, because: ["1 named"] }, (document) => names[document]!, {
    columns: 80,
    style: { bold: String },
  } as unknown as Screen)
  assert.deepEqual(printed.split("\n").slice(2, 5), [
    "    The police: Lamp, Echo (2 documents)",
    "    no named source: Post (2 documents; as one with Lamp)",
    "    not counted, in part or in words of another: Courier",
  ])
})

test("roots takes .txt files verbatim and reads pages", async () => {
  const { run, asked } = stage({ entries })
  await run("roots", "a.txt", "c.html")
  assert.deepEqual(
    asked.filter((one) => one.startsWith("read")),
    ['read a.txt {"verbatim":true}', 'read c.html {"verbatim":false}'],
  )
})

test("roots says how many documents are in a language that it cannot read, and does not guess", async () => {
  const { status, out, err } = await stage({ entries }).run("roots", "--json", "a.txt", "b.txt", "d.txt")
  assert.equal(status, 0)
  assert.doesNotMatch(out, /d\.txt/)
  assert.match(err, /1 document left out/)
})

test("roots of one document alone are none, and it says why", async () => {
  const { status, out, err } = await stage({ entries }).run("roots", "--json", "a.txt")
  assert.deepEqual([status, out], [0, ""])
  assert.match(err, /two or more/)
})

test("roots names what cannot be read, does the others, and ends with 1", async () => {
  const { status, out, err } = await stage({ entries }).run("roots", "--json", "a.txt", "e.txt", "b.txt")
  assert.equal(status, 1)
  assert.match(err, /e\.txt: there is no text/)
  assert.equal(out.trimEnd().split("\n").length, 1)
})

test("roots heeds what people judged in the ledger that is named, and nothing without one", async () => {
  const { run, ledger } = stage({ entries: { "a.txt": BRIDGE[0]!, "c.txt": BRIDGE[2]! } })
  const names = ["The Tarvel defence ministry", "Osmer"].map(nameSubject) as [string, string]
  await ledger.judge(toJudgement({ left: names[0], right: names[1], verdict: "same" }))
  const rootsOf = async (...args: string[]) =>
    JSON.parse((await run("roots", "--json", "a.txt", "c.txt", ...args)).out.split("\n")[0]!).roots.length
  assert.equal(await rootsOf(), 2)
  assert.equal(await rootsOf("--ledger", "judged.sqlite"), 1)
})

test("roots shows as the copy whom people judged to be it", async () => {
  const { run, ledger } = stage({ entries })
  const [a, b] = [entries["a.txt"], entries["b.txt"]].map(({ document }) => copySubject(document.id)) as [
    string,
    string,
  ]
  await ledger.judge(toJudgement({ left: b, right: a, verdict: "copies" }))
  const { out } = await run("roots", "a.txt", "b.txt", "c.html", "--ledger", "l.sqlite")
  assert.match(out, /b\.txt \(copied in a\.txt\)/)
})
