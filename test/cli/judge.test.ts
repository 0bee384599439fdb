import assert from "node:assert/strict"
import { existsSync } from "node:fs"
import { dirname } from "node:path"
import { PassThrough, Readable } from "node:stream"
import { test } from "vitest"
import type { Io } from "../../src/cli/io.ts"
import { memoryLedger } from "../../src/ledger/memory.ts"
import type { DocumentView } from "../../src/model/ledger.ts"
import { BRIDGE, inventedReport, ledgerOf } from "../invented-ledger.ts"
import { toJudgement } from "../ledger/entries.ts"
import { stage } from "./stage.ts"

const speaking = (name: string, file: string) =>
  inventedReport({
    ...{ text: `${name} said the ferry was late.`, file, title: name, publisher: file },
    claims: [{ source: name, cue: "said", content: ["the ferry was late"] }],
    entities: [{ name, kind: "person" }],
  })

async function filled(io: Partial<Io> = {}) {
  const set = stage({ io })
  for (const [index, name] of ["Ruda Meck", "Ruda Mekk", "Ruda Mech", "Ilse Paderov"].entries()) {
    await set.ledger.add(speaking(name, `/${index}.txt`))
  }
  return set
}

const lines = (out: string) => out.trimEnd().split("\n")

test("judge adds a decision on two names, and withdraw takes it back", async () => {
  const { run, ledger } = await filled()
  const people = (await run("people")).out
  const { status, out } = await run("judge", "same", "Ruda Meck", "Ilse Paderov", "--by", "ines", "--reason", "married")
  assert.deepEqual([status, out], [0, "Judgement 1: ruda meck / ilse paderov: same (user:ines: married)\n"])
  assert.notEqual((await run("people")).out, people)
  const { at, hash, previous, ...rest } = JSON.parse(
    (await run("judge", "withdraw", "1", "--by", "tove", "--json")).out,
  )
  assert.ok(Date.parse(at) && hash && previous)
  const names = { left: "name:ruda meck", right: "name:ilse paderov" }
  const expected = {
    ...names,
    verdict: "withdrawn",
    score: null,
    by: "user:tove",
    reason: null,
    number: 2,
    origin: null,
  }
  assert.deepEqual(rest, expected)
  assert.equal((await run("people")).out, people)
  assert.equal((await ledger.judgements()).length, 2)
})

test("judge takes claims by their ids", async () => {
  const { run, ledger } = await filled()
  const [one, other] = (await ledger.attributions()).map(({ attribution }) => attribution.id)
  assert.equal((await run("judge", "wrong", one!, "--by", "ines")).out, `Judgement 1: ${one}: wrong (user:ines)\n`)
  assert.equal((await run("judge", "same", one!, other!, "--by", "ines")).status, 0)
})

test("judge refuses what the ledger does not hold, and what cannot be said of it", async () => {
  const { run, ledger } = await filled()
  const [claim] = (await ledger.attributions()).map(({ attribution }) => attribution.id)
  const refused = [
    ["same", "Ruda Meck", "Nobody Known"],
    ["right", "a-00000000000000000000"],
    ["withdraw", "1"],
    ["same", "Ruda Meck"],
    ["right", "Ruda Meck"],
    ["same", "Ruda Meck", claim!],
    ["same", "Ruda Meck", "RUDA  MECK"],
    ["wrong", claim!, claim!],
  ]
  for (const args of refused) assert.equal((await run("judge", ...args, "--by", "ines")).status, 1, args.join(" "))
  assert.deepEqual(await ledger.judgements(), [])
  assert.equal((await run("judge", "same", "Ruda Meck", "Ruda Mekk")).status, 2)
  assert.equal((await run("judge", "merge", "Ruda Meck", "Ruda Mekk", "--by", "ines")).status, 2)
})

test("review prints its suggestions as JSON and asks nothing", async () => {
  const { run, ledger, asked } = await filled()
  const { out } = await run("review", "--kind", "names", "--json")
  const pairs = lines(out).map((line) => JSON.parse(line))
  assert.ok(pairs.length >= 2)
  for (const { left, right, score, taken } of pairs) {
    assert.ok(left.startsWith("Ruda") && right.startsWith("Ruda") && score >= 0.5)
    assert.equal(taken, score >= 0.9)
  }
  assert.deepEqual(await ledger.judgements(), [])
  assert.match(asked[0]!, /read-only$/)
})

test("review reads answers from lines: take, refuse, unsure, skip; what is none is asked again", async () => {
  const { run, ledger } = await filled({ stdin: Readable.from(["y\nwhat\n", "unsure\n", "s\n"]) })
  const suggested = lines((await run("review", "--kind", "names", "--json")).out).map((line) => JSON.parse(line))
  const { status, out, err } = await run("review", "--kind", "names", "--by", "ines")
  assert.equal(status, 0)
  assert.match(err, /"what" is no answer/)
  assert.match(out, new RegExp(`2 decided, ${suggested.length - 2} left\\.\\n$`))
  assert.deepEqual(
    (await ledger.judgements()).map(({ left, right, verdict, by }) => [left, right, verdict, by]),
    [
      [`name:${suggested[0].left.toLowerCase()}`, `name:${suggested[0].right.toLowerCase()}`, "same", "user:ines"],
      [`name:${suggested[1].left.toLowerCase()}`, `name:${suggested[1].right.toLowerCase()}`, "unsure", "user:ines"],
    ],
  )
})

test("review takes single keys from a terminal, and gives the terminal back", async () => {
  const raw: boolean[] = []
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: (on: boolean) => raw.push(on) })
  stdin.write("nq")
  const { run, ledger } = await filled({ stdin })
  assert.equal((await run("review", "--kind", "names", "--by", "ines")).status, 0)
  assert.deepEqual(
    (await ledger.judgements()).map(({ verdict }) => verdict),
    ["different"],
  )
  assert.deepEqual(raw, [true, false])
})

test("review ends at Ctrl-C, what was decided is kept", async () => {
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} })
  stdin.write("y\u0003")
  const { run, ledger } = await filled({ stdin })
  assert.equal((await run("review", "--kind", "names", "--by", "ines")).status, 130)
  assert.equal((await ledger.judgements()).length, 1)
})

test("review without a name to decide by is wrong usage", async () => {
  assert.equal((await (await filled()).run("review")).status, 2)
})

test("history prints who judged what, what counts, and what had been judged by a date", async () => {
  const { run, ledger } = await filled()
  const pair = { left: "name:ruda meck", right: "name:ruda mekk" }
  await ledger.judge(toJudgement({ ...pair, at: "2031-03-12T23:59:59.000Z", reason: "one captain" }))
  await ledger.judge(toJudgement({ ...pair, at: "2031-03-13T00:00:00.000Z", verdict: "different" }))
  const [first, second, closing] = lines((await run("history")).out)
  assert.match(
    first!,
    /^2031-03-12T23:59:59.000Z {2}Judgement 1: ruda meck \/ ruda mekk: same .*does not count any more$/,
  )
  assert.match(second!, /different \(user:ines\)$/)
  assert.equal(closing, "2 judgements, 1 of them count.")
  const known = lines((await run("history", "--as-of", "2031-03-12", "--json")).out).map((line) => JSON.parse(line))
  assert.deepEqual(
    known.map(({ number, counts }) => [number, counts]),
    [[1, true]],
  )
  assert.equal((await run("history", "--as-of", "yesterday")).status, 2)
})

test("what asks the ledger answers as known on a date", async () => {
  const copies: string[] = []
  const ledger = memoryLedger()
  const openLedger = async (location: string) => {
    if (location.endsWith("as-of.sqlite")) copies.push(location)
    return location.endsWith("as-of.sqlite") ? memoryLedger() : { ...ledger, close: async () => {} }
  }
  const { run } = stage({ ledger, parts: { openLedger } })
  const seen = (name: string, file: string, at: string) => {
    const entry = speaking(name, file)
    return { ...entry, sighting: { ...entry.sighting, at } }
  }
  await ledger.add(seen("Ruda Meck", "/1.txt", "2031-03-12T23:00:00Z"))
  await ledger.add(seen("Ilse Paderov", "/2.txt", "2031-03-13T01:00:00Z"))
  const names = async (...args: string[]) =>
    lines((await run(...args, "--json")).out).flatMap((line) => (line ? [JSON.parse(line).name] : []))
  assert.deepEqual(await names("people", "--as-of", "2031-03-11"), [])
  assert.deepEqual(await names("people", "--as-of", "2031-03-12"), ["Ruda Meck"])
  assert.deepEqual((await names("people", "--as-of", "2031-03")).sort(), ["Ilse Paderov", "Ruda Meck"])
  const [{ document }] = (await ledger.documents()) as [DocumentView]
  const asked = [
    ["claims"],
    ["figures"],
    ["stories"],
    ["incidents"],
    ["search", "ferry"],
    ["sources"],
    ["sources", "late"],
  ]
  for (const args of [...asked, ["check", "the ferry was late"]]) {
    const { status, out } = await run(...args, "--as-of", "2031-03-12")
    assert.equal(status, 0, args.join(" "))
    assert.match(out, /1 document\s+read/)
    assert.doesNotMatch(out, /Paderov/)
  }
  assert.equal((await run("related", document.id, "--as-of", "2031-03-12")).status, 1)
  // That nothing had been read yet is not that the ledger is empty.
  for (const args of [
    ["figures"],
    ["stories"],
    ["claims", "--disputed"],
    ["sources", "a bridge"],
    ["check", "a bridge"],
  ]) {
    const { out, err } = await run(...args, "--as-of", "2031-03-11")
    assert.match(out.replace(/\s+/g, " "), /Nothing had been read by the end of 2031-03-11/, args[0])
    assert.match(err, /the day on which documents were read, not/)
  }
  assert.equal((await run("related", document.id, "--as-of", "2031-03-13")).status, 0)
  assert.equal(copies.length, 18)
  assert.deepEqual(
    copies.filter((location) => existsSync(dirname(location))),
    [],
  )
})

test("judge different on two documents takes them out of one story, and a document is not judged with a name", async () => {
  const ledger = await ledgerOf(BRIDGE)
  const { run } = stage({ ledger })
  const [first, second] = BRIDGE.map(({ document }) => document.id) as [string, string]
  const together = async () =>
    lines((await run("stories", "--json")).out)
      .map((line) => JSON.parse(line).documents.map(({ id }: { id: string }) => id))
      .some((ids) => ids.includes(first) && ids.includes(second))
  assert.equal(await together(), true)
  assert.equal((await run("judge", "different", first, second, "--by", "ines")).status, 0)
  assert.equal(await together(), false)
  assert.equal((await run("judge", "withdraw", "1", "--by", "ines")).status, 0)
  assert.equal(await together(), true)
  assert.match((await run("judge", "same", first, "Osmer", "--by", "ines")).err, /cannot be said of what is named/)
  assert.match((await run("judge", "right", first, "--by", "ines")).err, /cannot be said of what is named/)
  const gone = "d-00000000000000000000"
  assert.match((await run("judge", "same", first, gone, "--by", "ines")).err, new RegExp(`${gone}.*holds nothing`))
})

test("review asks about claims and stories too, each answer is a judgement, and --kind chooses", async () => {
  const later = inventedReport({
    ...{ text: "The Tarvel defence ministry said over 70 raiders were killed near the bridge at Hesk in the night." },
    ...{
      file: "/later.txt",
      title: "Bridge at Hesk",
      publisher: "Vask Echo",
      published: { value: "2031-03-13", precision: "day" },
    },
    claims: [
      {
        ...{ source: "The Tarvel defence ministry", cue: "said" },
        content: ["over 70 raiders were killed near the bridge at Hesk in the night"],
      },
    ],
    entities: [{ name: "The Tarvel defence ministry", kind: "organisation" }],
  })
  const ledger = await ledgerOf([...BRIDGE, later])
  const suggested = async (...args: string[]) => {
    const { out } = await stage({ ledger }).run("review", "--json", ...args)
    return lines(out).flatMap((line) => (line ? [JSON.parse(line)] : []))
  }
  const all = await suggested()
  const kinds = all.map(({ about }) => about)
  assert.deepEqual(
    kinds,
    ["names", "claims", "stories", "copies"].flatMap((kind) => kinds.filter((one) => one === kind)),
  )
  const claims = await suggested("--kind", "claims")
  assert.deepEqual(
    claims,
    all.filter(({ about }) => about === "claims"),
  )
  assert.ok(claims.length > 0)
  const { run } = stage({
    ledger,
    io: { stdin: Readable.from(claims.map(({ question }) => (question === "at odds" ? "y\n" : "n\n"))) },
  })
  const { status, out } = await run("review", "--kind", "claims", "--by", "ines")
  assert.equal(status, 0)
  assert.match(out, /One claim\? Likeness 0\.\d\d, now taken for/)
  assert.deepEqual(
    (await ledger.judgements()).map(({ left, right, verdict }) => [left, right, verdict]),
    claims.map((one) => [one.left.id, one.right.id, one.question === "at odds" ? "disputes" : "different"]),
  )
  const shown = (await stage({ ledger }).run("claims")).out
  assert.match(shown, /judged beside a-|\(user:ines\)/)
  assert.deepEqual(
    (await suggested("--kind", "claims")).filter((one) =>
      claims.some(({ left, right }) => left.id === one.left.id && right.id === one.right.id),
    ),
    [],
  )
  assert.equal((await stage({ ledger }).run("review", "--kind", "places", "--json")).status, 2)
})

test("judge takes a relation of two claims, and of nothing else", async () => {
  const { run, ledger } = await filled()
  const [one, other] = (await ledger.attributions()).map(({ attribution }) => attribution.id) as [string, string]
  assert.equal((await run("judge", "disputes", one, other, "--by", "ines")).status, 0)
  assert.equal((await run("judge", "confirms", "Ruda Meck", "Ruda Mekk", "--by", "ines")).status, 1)
  assert.equal((await run("judge", "revises", one, "--by", "ines")).status, 1)
})

const LETTER =
  "More than forty lanterns sank in Tolvey harbour during the storm of Tuesday night, and the quay was closed."
const printing = (file: string, more = "") =>
  inventedReport({ text: `${LETTER}${more}`, file, title: "Lanterns", publisher: file, claims: [] })
const PRINTED = [
  printing("/1.txt", " The harbour master is to speak on Friday."),
  printing("/2.txt", " Nobody was hurt."),
  printing("/3.txt", " The nets were saved, and the ferry waited."),
]

test("judge takes who copied whom of two documents, and of nothing else", async () => {
  const ledger = await ledgerOf(PRINTED)
  const { run } = stage({ ledger })
  const [one, other] = PRINTED.map(({ document }) => document.id) as [string, string]
  const { status, out } = await run("judge", "copies", one, other, "--by", "ines")
  assert.deepEqual([status, out], [0, `Judgement 1: ${one} / ${other}: copies (user:ines)\n`])
  assert.match((await run("judge", "independent", one, one, "--by", "ines")).err, /cannot be said/)
  assert.match((await run("judge", "copies", "Ruda Meck", "Ruda Mekk", "--by", "ines")).err, /cannot be said/)
  assert.match((await run("judge", "copies", one, "--by", "ines")).err, /cannot be said/)
  // Whether two documents are of one story is another question about the same two.
  assert.equal((await run("judge", "different", one, other, "--by", "ines")).status, 0)
  assert.match((await run("history")).out, /2 judgements, 2 of them count/)
})

test("review asks who took it from whom: taken, turned round, from a third, neither", async () => {
  const ledger = await ledgerOf(PRINTED)
  const suggested = lines((await stage({ ledger }).run("review", "--kind", "copies", "--json")).out).map((line) =>
    JSON.parse(line),
  )
  assert.equal(suggested.length, 3)
  const { run } = stage({ ledger, io: { stdin: Readable.from(["turned\nn\nb\n"]) } })
  const { out } = await run("review", "--kind", "copies", "--by", "ines")
  assert.match(out, /Did the second take it from the first\?/)
  const pairs = suggested.map(({ left, right }) => [`copy:${left.id}`, `copy:${right.id}`])
  assert.deepEqual(
    (await ledger.judgements()).map(({ left, right, verdict }) => [left, right, verdict]),
    [
      [pairs[0]![1], pairs[0]![0], "copies"],
      [...pairs[1]!, "independent"],
      [...pairs[2]!, "common-origin"],
    ],
  )
})

test("of one text letter for letter review takes no answer that it is two", async () => {
  const ledger = await ledgerOf([printing("/1.txt"), printing("/2.txt")])
  const { run } = stage({ ledger, io: { stdin: Readable.from(["n\ny\n"]) } })
  const { out, err } = await run("review", "--kind", "copies", "--by", "ines")
  assert.match(err, /"n" is no answer: y \(take\), t \(turned round\), b \(both from a third\), u/)
  assert.doesNotMatch(out, /n\(either\)/)
  assert.deepEqual(
    (await ledger.judgements()).map(({ verdict }) => verdict),
    ["copies"],
  )
})
