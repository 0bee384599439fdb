import assert from "node:assert/strict"
import { test } from "vitest"
import { width } from "../../src/cli/width.ts"
import { memoryLedger } from "../../src/ledger/memory.ts"
import { CounterclaimError } from "../../src/model/error.ts"
import type { Problem } from "../../src/model/ledger.ts"
import { inventedEntry } from "../invented-entry.ts"
import { FERRY } from "./ferry.ts"
import { stage } from "./stage.ts"

const SECOND = inventedEntry({
  text: "The mayor said the ferry was old.",
  file: "/articles/b.txt",
  title: "Mayor on the ferry",
  publisher: "Glasswick Echo",
  claims: [{ source: "The mayor", cue: "said", content: ["the ferry was old"] }],
})

async function filled(options: Parameters<typeof stage>[0] = {}) {
  const set = stage(options)
  for (const entry of [FERRY, SECOND]) await set.ledger.add(entry)
  return set
}

const objects = (out: string) =>
  out
    .trimEnd()
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line))

test("text prints head and text, and no claim", async () => {
  const { run, asked } = stage({ entries: { "a.txt": FERRY } })
  const { status, out } = await run("text", "a.txt")
  assert.equal(status, 0)
  assert.equal(out, `Ferry sinks off Quillmouth\nThe Quillmouth Lamp · 2031-03-12 · en\n\n${FERRY.text.value}\n`)
  assert.deepEqual(asked, ['clean a.txt {"verbatim":false,"published":null}'])
})

test("text prints what was removed, and why, when asked for it", async () => {
  const { out } = await stage({ entries: { "a.txt": FERRY } }).run("text", "--removed", "a.txt")
  assert.match(out, /\nRemoved:\n {2}sharing buttons +Spread the word\n$/)
})

test("text prints the structure as Markdown or HTML when asked for it", async () => {
  const { run } = stage({ entries: { "a.txt": FERRY } })
  assert.match((await run("text", "--format", "markdown", "a.txt")).out, /^# Ferry sinks off Quillmouth\n\n/)
  assert.match(
    (await run("text", "--format", "html", "a.txt")).out,
    /^<article lang="en">\n<h1>Ferry sinks off Quillmouth<\/h1>/,
  )
  assert.equal((await run("text", "--format", "odt", "a.txt")).status, 2)
})

test("text --explain prints each part in its place, kept or dropped, with score and reason, and the evidence", async () => {
  const block = { start: 0, end: 9, kind: "paragraph", level: 0, links: [], reason: "prose", score: 0.987 } as const
  const evidence = { field: "title", value: "Ferry sinks", from: "heading", taken: true, why: null } as const
  const other = { ...evidence, value: "The Lamp", from: "title element", taken: false, why: "another was taken" }
  const reading = { ...FERRY.reading, blocks: [block], evidence: [evidence, other] }
  const { out } = await stage({ entries: { "a.txt": { ...FERRY, reading } } }).run("text", "--explain", "a.txt")
  assert.match(out, /dropped +0\.020 +sharing buttons +Spread the word\nkept +0\.987 +prose +The ferry\n/)
  assert.match(out, /title +taken +heading +Ferry sinks\ntitle +not +title element +The Lamp \(another was taken\)/)
})

test("text prints JSON down to the document and no further", async () => {
  const { out } = await stage({ entries: { "a.txt": FERRY } }).run("text", "--json", "a.txt")
  assert.deepEqual(Object.keys(JSON.parse(out)), ["file", "ref", "article", "document"])
})

test("claims prints the sure claims under the heads of their documents, latest first", async () => {
  const { run, asked } = await filled()
  const { status, out } = await run("claims")
  assert.equal(status, 0)
  assert.ok(out.indexOf("Ferry sinks off Quillmouth") < out.indexOf("Mayor on the ferry"))
  assert.equal(out.split("Ferry sinks off Quillmouth").length, 2)
  assert.doesNotMatch(out, /a witness +assert/)
  assert.match(
    out.replace(/\s+/g, " "),
    /Doubtful ones fit too: --all shows them\. In the ledger: 4 shown, 1 doubtful, 2 documents read\./,
  )
  assert.deepEqual(asked, ["ledger /home/ines/ledger.sqlite read-only", "ledger closed"])
})

test.each([
  [["ferry", "old"], ["the ferry was old"]],
  [["--words", "ferry old"], ["the ferry was old"]],
  [["--source", "MECK"], ["the ferry was overloaded"]],
  [["--act", "deny"], ["the ferry was overloaded"]],
  [["--document", SECOND.document.id], ["the ferry was old"]],
  [["--limit", "1"], ["The ferry sank at dawn"]],
  [["--source", "witness"], ["the lamps were out"]],
  [["--source", "witness", "--shown"], []],
])("claims %j --json gives %j", async (argv, expected) => {
  const { out } = await (await filled()).run("claims", "--json", ...argv)
  assert.deepEqual(
    objects(out).map(({ content }) => content[0].text),
    expected,
  )
})

test("claims of a document that the ledger does not hold is an error, not an empty answer", async () => {
  const { run } = await filled()
  for (const more of [[], ["--disputed"], ["--json"]]) {
    const { status, out, err } = await run("claims", "--document", "d-00000000000000000000", ...more)
    assert.deepEqual([status, out], [1, ""])
    assert.match(err, /holds no document of this id or address/)
  }
  if (FERRY.document.url === null) return
  assert.match((await run("claims", "--document", FERRY.document.url)).out, /overloaded/)
})

test("claims --json gives the exact place and the head of the document", async () => {
  const { out } = await (await filled()).run("claims", "overloaded", "--json")
  const [claim] = objects(out)
  const { start, end } = claim.content[0]
  assert.equal(FERRY.text.value.slice(start, end), "the ferry was overloaded")
  assert.equal(claim.document.id, FERRY.document.id)
  assert.equal(claim.confidence, 0.9512)
})

test("claims tells that there are more, and that there is none", async () => {
  const { run } = await filled()
  assert.match((await run("claims", "--limit", "2")).out, /There are more: --limit 20\./)
  assert.doesNotMatch((await run("claims", "--limit", "4")).out, /There are more/)
  const none = await run("claims", "zeppelin")
  assert.deepEqual(
    [none.status, none.out],
    [0, "No claim to show. In the ledger: 4 shown, 1 doubtful, 2 documents read.\n"],
  )
})

test.each([["claims"], ["sources"], ["search", "ferry"]])(
  "%s --json that is cut off at the limit says so on stderr, and only then",
  async (...argv) => {
    const { run } = await filled()
    const cut = await run(...argv, "--json", "--limit", "1")
    assert.deepEqual([objects(cut.out).length, cut.err], [1, "There are more: --limit 10.\n"])
    assert.equal((await run(...argv, "--json", "--limit", "50")).err, "")
  },
)

test("search that is cut off at the limit says so", async () => {
  const { run } = await filled()
  assert.match((await run("search", "ferry", "--limit", "1")).out, /There are more: --limit 10\. In the ledger/)
  assert.doesNotMatch((await run("search", "ferry", "--limit", "50")).out, /There are more/)
})

test("sources counts each source's claims and documents", async () => {
  const { run } = await filled()
  const { out, err } = await run("sources")
  assert.equal(err, "")
  assert.match(out, /^Source +Shown +Doubtful +Documents +Publishers$/m)
  assert.match(out, /^a witness +0 +1 +1 +The Quillmouth Lamp$/m)
  const { out: json } = await run("sources", "--json", "--limit", "2")
  assert.equal(objects(json).length, 2)
  assert.deepEqual(Object.keys(objects(json)[0]).sort(), ["attributions", "documents", "publishers", "shown", "source"])
})

test("search finds texts and claims", async () => {
  const { run } = await filled()
  const { out } = await run("search", "ferry", "old")
  assert.match(out, /^Mayor on the ferry$/m)
  assert.match(out, /^ {3}claim {2}.*old/m)
  assert.doesNotMatch(out, /Quillmouth/)
  assert.ok(objects((await run("search", "ferry", "--json")).out).length >= 2)
  assert.match((await run("search", "zeppelin")).out, /^Nothing found\. In the ledger: /)
})

test("every table fits the terminal", async () => {
  for (const columns of [20, 40, 50, 69, 70, 200]) {
    const { run } = await filled({ io: { columns } })
    for (const argv of [["claims", "--all"], ["sources"], ["search", "ferry"]]) {
      const { out } = await run(...argv)
      assert.deepEqual(
        out.split("\n").filter((line) => width(line) > columns),
        [],
        `${argv} in ${columns} columns`,
      )
    }
  }
})

test("verify ends with 0 when all is well, and with 1 and each problem when it is not", async () => {
  const { run } = await filled()
  assert.deepEqual(await run("verify"), { status: 0, out: "2 documents checked, no problem.\n", err: "" })
  const problem: Problem = { code: "ledger/hash", what: "the text is not the one of its hash", where: "text 0a1b" }
  const broken = stage({ ledger: { ...memoryLedger(), verify: async () => [problem] } })
  const { status, out } = await broken.run("verify")
  assert.equal(status, 1)
  assert.equal(out, "text 0a1b: the text is not the one of its hash (ledger/hash)\n0 documents checked, 1 problem.\n")
  assert.deepEqual(objects((await broken.run("verify", "--json")).out), [problem])
})

test("serve tells its address, waits until it is stopped, closes everything and ends with 0", async () => {
  const stop = new AbortController()
  const { run, asked } = stage({ io: { signal: stop.signal } })
  const running = run("serve")
  setTimeout(() => stop.abort("SIGINT"), 20)
  const { status, out } = await running
  assert.deepEqual([status, out], [0, "Counterclaim is at http://127.0.0.1:4780 (Ctrl-C stops it).\n"])
  assert.deepEqual(asked, ["ledger /home/ines/ledger.sqlite", "serve 4780", "server closed", "ledger closed"])
})

test("serve takes a free port when its own is taken, but keeps to one that it was given", async () => {
  const taken = new CounterclaimError({
    code: "web/port-taken",
    what: "the port is taken",
    where: "127.0.0.1",
    fix: "choose another",
  })
  const signal = AbortSignal.abort("SIGINT")
  const ports: number[] = []
  const serve = async ({ port }: { port: number }) => {
    ports.push(port)
    if (port !== 0) throw taken
    return { url: "http://127.0.0.1:50123", close: async () => {} }
  }
  const { run } = stage({ io: { signal }, parts: { serve } })
  assert.match((await run("serve")).out, /50123/)
  const { status, err } = await run("serve", "--port", "8080")
  assert.deepEqual([status, err], [1, "counterclaim: 127.0.0.1: the port is taken; choose another\n"])
  assert.deepEqual(ports, [4780, 0, 8080])
})
