import assert from "node:assert/strict"
import { test } from "vitest"
import type { Parts } from "../../src/cli/parts.ts"
import { plotter } from "../../src/cli/plot.ts"
import { width } from "../../src/cli/width.ts"
import type { Entry } from "../../src/model/ledger.ts"
import { toSnapshot } from "../../src/model/snapshot.ts"
import { cleanOnly } from "../../src/pipeline.ts"
import { BRIDGE, inventedReport, ledgerOf } from "../invented-ledger.ts"
import { temporaryFolder } from "../temporary-folder.ts"
import { type Stage, stage } from "./stage.ts"

/** The same with a day and a place for every figure. */
function dated(entry: Entry, meant: string, name: string): Entry {
  const { run } = entry
  if (!run) return entry
  const exact = { start: 0, end: 1, name, country: null, latitude: 50, longitude: 20, precision: "exact" } as const
  const figures = run.findings.figures.map((figure) => ({ ...figure, meant, place: name }))
  return { ...entry, run: { ...run, findings: { ...run.findings, figures, places: [{ ...exact, because: [] }] } } }
}

const ASKED = "more than 70 raiders killed at Hesk bridge"
const set = async (columns = 120) => stage({ ledger: await ledgerOf(BRIDGE), io: { columns } })

test("check prints outlets against roots, who was seen earliest, who is against it, and what was read", async () => {
  const { status, out } = await (await set()).run("check", ASKED)
  assert.equal(status, 0)
  assert.match(out, /^2 outlets, 1 root, 1 copy folded\. Earliest seen on 2031-03-12: The Tarvel defence ministry/)
  assert.match(out, /2031-03-12 +The Tarvel.* +assert +71\+ killed +2 +“more than 70/)
  assert.match(
    out,
    /Against it\n[\s\S]*Osmer +deny[\s\S]*\nOther figures, by date\n[\s\S]*\? Ilse Paderov +assert +7 killed/,
  )
  assert.match(out.replace(/\s+/g, " "), /3 shown, 1 doubtful, 4 documents read\. $/)
  assert.doesNotMatch(out, /\bfirst\b|\btrue\b/i)
})

test("check takes the words of a question one by one too, and prints one object as JSON", async () => {
  const { run } = await set()
  const { out } = await run("check", ...ASKED.split(" "), "--json")
  assert.equal(out.trim().split("\n").length, 1)
  const { questions, count, ledger } = JSON.parse(out)
  assert.deepEqual([questions, count, ledger.documents], [[ASKED], { low: 1, high: 1 }, 4])
})

test("check says how many documents were searched where nobody says so", async () => {
  const { out } = await (await set()).run("check", "zebras of Umbelline")
  assert.match(out, /^Nobody is seen saying so: 4 documents searched\./)
})

test("check of an empty text names what is wrong, and opens no ledger", async () => {
  const { run, asked } = await set()
  const { status, err } = await run("check", " … ")
  assert.equal(status, 1)
  assert.match(err, /there is no word to check; give a headline/)
  assert.deepEqual(asked, [])
})

test("check of an address or a file that cannot be read names it and fails", async () => {
  const { run } = await set()
  for (const place of ["https://gone.example/report", "gone.html"]) {
    const { status, err } = await run("check", place)
    assert.equal(status, 1)
    assert.match(err, /gone.*there is no such file/)
  }
})

test("check of a page asks by its sentences", async () => {
  const { run } = stage({ ledger: await ledgerOf(BRIDGE), entries: { "a.txt": BRIDGE[0]! } })
  const { status, out } = await run("check", "a.txt", "--json")
  assert.equal(status, 0)
  assert.ok(JSON.parse(out).questions.length > 1)
})

test("check of a folder takes the one page in it, and names the folder where it holds more", async () => {
  const folder = temporaryFolder("check")
  const holding = (...pages: Entry[]) => {
    const inputs = pages.map((entry, at) => ({
      file: `${at}.txt`,
      place: `/${at}.txt`,
      read: async () => entry.snapshot,
    }))
    const parts: Partial<Parts> = {
      async *findInputs(args) {
        assert.deepEqual(args, [folder])
        yield* inputs
      },
      cleanOnly: async (_, { file }) => pages[Number.parseInt(file, 10)]!,
    }
    return stage({ parts }).run("check", folder, "--json")
  }
  assert.ok(JSON.parse((await holding(BRIDGE[0]!)).out).questions.length > 1)
  for (const [pages, what] of [
    [[...BRIDGE], "more than one page is in it"],
    [[], "no page is in it"],
  ] as const) {
    const { status, out, err } = await holding(...pages)
    assert.deepEqual([status, out], [1, ""])
    assert.ok(err.includes(folder) && err.includes(`${what}, and check takes one; name one page`), err)
  }
})

test("an empty ledger is said to be empty", async () => {
  for (const command of [["check", "a bridge"], ["stories"], ["incidents"], ["figures", "bridge"], ["people"]]) {
    const { status, out } = await stage().run(...command)
    assert.equal(status, 0)
    assert.match(out.replace(/\s+/g, " "), /The ledger is empty, so nothing was searched/)
  }
})

test("figures prints a row a claimant with a bar, and JSON Lines with open ends as null", async () => {
  const { run } = await set()
  const { out } = await run("figures", "Hesk")
  assert.match(out, /^killed\n2031-03-12 +71\+ killed +·+▸ +The Tarvel[\s\S]*2031-03-14 +7 killed +··●/)
  const rows = (await run("figures", "Hesk", "--json")).out.trim().split("\n")
  assert.deepEqual([rows.length, JSON.parse(rows[0]!).high], [3, null])
})

test("a document without a date does not lend its story or its figures the day on which it was read", async () => {
  const text = (count: number) => `The harbour office said “${count} sailors drowned at Hesk bridge.”`
  const report = (count: number, published: string | null) =>
    inventedReport({
      text: text(count),
      file: `/${count}.txt`,
      title: "Sailors drown at Hesk bridge",
      published: published ? { value: published, precision: "day" } : null,
      claims: [{ source: "The harbour office", cue: "said", content: [`“${count} sailors drowned at Hesk bridge.”`] }],
      figures: [{ words: `${count}`, low: count, high: count }],
    })
  const ledger = await ledgerOf([report(12, "2031-02-03"), report(14, null)])
  const { run } = stage({ ledger, io: { columns: 120 } })
  assert.match((await run("stories")).out, /^2031-02-03, 1 undated · 2 documents/m)
  const spanOf = async ({ run }: Pick<Stage, "run">) => {
    const { earliest, latest } = JSON.parse((await run("stories", "--json")).out)
    return [earliest?.value ?? null, latest?.value ?? null]
  }
  assert.deepEqual(await spanOf({ run }), ["2031-02-03", "2031-02-03"])
  assert.deepEqual(await spanOf(stage({ ledger: await ledgerOf([report(14, null)]) })), [null, null])
  const { out } = await run("figures", "Hesk")
  assert.match(out, /^2031-02-03 +12 killed .* “12 sailors/m)
  assert.match(out, /^no date +14 killed /m)
  assert.doesNotMatch(out, /““/)
})

test("stories and people print a block or a row each, and so many objects as JSON", async () => {
  const { run } = await set()
  assert.match(
    (await run("stories")).out,
    /Fight at Hesk bridge\n2031-03-12 to 2031-03-1\d · \d documents, \d outlets · s-/,
  )
  assert.match((await run("people")).out, /Ilse Paderov +person +1 +1 +Doctor/)
  assert.equal((await run("people", "--limit", "1", "--json")).out.trim().split("\n").length, 1)
  assert.match((await run("people", "--limit", "1")).out, /There are more: --limit 10/)
  assert.equal((await run("people", "--limit", "1", "--json")).err, "There are more: --limit 10.\n")
  assert.equal((await run("people", "--json")).err, "")
})

test("incidents prints when and where, and figures takes the id of one", async () => {
  const { run } = stage({ ledger: await ledgerOf(BRIDGE.map((entry) => dated(entry, "2031-03-11", "Hesk bridge"))) })
  const { out } = await run("incidents")
  assert.match(out, /Fight at Hesk bridge\n2031-03-11 · Hesk bridge \(exact\) · \d figures?, \d documents?\n/)
  const [first] = (await run("incidents", "--json")).out.trim().split("\n")
  const { id, story, figures } = JSON.parse(first!)
  const rows = (await run("figures", id, "--json")).out.trim().split("\n")
  assert.ok(rows.length >= 1 && rows.length <= figures.length)
  assert.match((await run("incidents", story)).out, new RegExp(id))
  assert.match((await run("figures", `i-${"0".repeat(20)}`)).err, /no incident of the ledger has this id/)
  const { err } = await run("incidents", `s-${"0".repeat(20)}`)
  assert.match(err, /no story of the ledger has this id/)
  assert.doesNotMatch(err, /words/)
})

test("related prints documents of the same story, claim and claimant with each reason, but not the document itself", async () => {
  const { run } = await set()
  const { id } = BRIDGE[0]!.document
  const rows = (await run("related", id, "--json")).out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))
  assert.ok(rows.every(({ document }) => document.id !== id))
  assert.deepEqual(rows[0].because.slice(0, 2), ["Same story", "Same claim, by The Tarvel defence ministry"])
  assert.ok(rows.some(({ because }) => because.some((why: string) => /^Against a claim of it, by [^:]+: /.test(why))))
  assert.match((await run("related", id)).out, /\n {4}Same story\n/)
  const nothing = await run("related", "https://gone.example/report")
  assert.equal(nothing.status, 1)
  assert.match(nothing.err, /the ledger holds no document of this id or address/)
})

test("incidents says how many documents were searched where no day and no place is named", async () => {
  assert.match((await (await set()).run("incidents")).out, /^No incident was found: 4 documents searched\./)
})

test("no line is wider than the terminal", async () => {
  for (const columns of [30, 64, 80, 120]) {
    const { run } = await set(columns)
    for (const command of [
      ["check", ASKED],
      ["stories"],
      ["incidents"],
      ["related", BRIDGE[0]!.document.id],
      ["figures"],
      ["people"],
    ]) {
      const lines = (await run(...command)).out.split("\n")
      assert.deepEqual(
        lines.filter((line) => width(line) > columns),
        [],
        `${command[0]} at ${columns}`,
      )
    }
  }
})

test("a bar reaches from low to high on one scale for all, with a mark for an open end", () => {
  const draw = plotter(
    [
      { low: 5, high: 10 },
      { low: 4, high: null },
    ],
    11,
  )
  assert.equal(draw({ low: 5, high: 10 }), "·····━━━━━━")
  assert.equal(draw({ low: 4, high: null }), "····━━━━━━▸")
  assert.equal(draw({ low: null, high: 2 }), "◂━━········")
  assert.equal(draw({ low: 0, high: 0 }), "●··········")
})

test("claims --disputed prints both sides with their words and the reason, the doubtful pairs on demand", async () => {
  const { run } = await set()
  const { status, out } = await run("claims", "--disputed")
  assert.equal(status, 0)
  assert.match(out, /The Tarvel defence ministry · assert: “more than 70 raiders[\s\S]*Osmer · deny: “more than 70/)
  assert.match(out, /at odds: denies it/)
  assert.doesNotMatch(out, /Ilse/)
  assert.match(out.replace(/\s+/g, " "), /Doubtful ones are there too: --all shows them\. .*4 documents read\. $/)
  assert.match((await run("claims", "--disputed", "--all")).out, /\? Ilse Paderov/)
})

test("claims --disputed heeds words, source, act and document, and prints JSON Lines", async () => {
  const { run } = await set()
  const rows = async (...more: string[]) =>
    (await run("claims", "--disputed", "--json", ...more)).out
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line))
  const all = await rows()
  assert.ok(all.length >= 2 && all.every(({ left, right, why, story }) => left.words && right.words && why && story.id))
  assert.ok((await rows("--source", "paderov")).every(({ left, right }) => `${left.claimant} ${right.claimant}`.includes("Paderov"))) // biome-ignore format: one line
  assert.ok((await rows("--act", "deny")).every(({ left, right }) => [left.act, right.act].includes("deny")))
  assert.deepEqual(await rows("zebras"), [])
  assert.match((await run("claims", "zebras", "--disputed")).out, /^No dispute to show\./)
})

test("sources of a claim prints documents against roots and the tree", async () => {
  const { run } = await set()
  const { out } = await run("sources", ...ASKED.split(" "))
  assert.match(out, /documents -> .*root/)
  assert.match(out, /\n {4}\S*.*Tarvel defence ministry: .*The Quillmouth Lamp/)
  const { appearances, tree } = JSON.parse((await run("sources", ASKED, "--limit", "1", "--json")).out)
  assert.ok(appearances.every(({ document }: { document: { id: string } }) => document.id.startsWith("d-")))
  assert.ok(tree.length > 0)
  assert.match((await run("sources", "zebras of Umbelline")).out, /^No claim of this that two or more documents carry: 4 documents/) // biome-ignore format: one line
})

test("check shows what fact-checkers say, in their words and apart, and takes their records for nobody's claim", async () => {
  const review = {
    ...{ "@type": "ClaimReview", claimReviewed: "More than 70 raiders were killed at Hesk bridge" },
    ...{ url: "https://check.example/hesk", datePublished: "2031-03-15", author: { name: "Open Reach" } },
    reviewRating: { alternateName: "Not borne out" },
  }
  const bytes = Buffer.from(JSON.stringify(review))
  const snapshot = toSnapshot({ bytes, url: null, headers: {}, fetched: "2031-03-16T00:00:00Z" })
  const ledger = await ledgerOf([...BRIDGE, cleanOnly(snapshot, { file: "review.json", place: "/review.json" })])
  const { run } = stage({ ledger, io: { columns: 120 } })
  const { out } = await run("check", ASKED)
  assert.match(
    out,
    /What fact-checkers say of it\nOpen Reach, 2031-03-15: “Not borne out”, of “More than 70 .*\nhttps:\/\/check\.example/,
  )
  assert.match(out, /^2 outlets, 1 root/)
})
