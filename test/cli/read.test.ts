import assert from "node:assert/strict"
import { test } from "vitest"
import { width } from "../../src/cli/width.ts"
import { memoryLedger } from "../../src/ledger/memory.ts"
import { CounterclaimError } from "../../src/model/error.ts"
import { inventedEntry } from "../invented-entry.ts"
import { FERRY } from "./ferry.ts"
import { closedAfter, stage } from "./stage.ts"

const ESCAPE = "\u001b"
const GERMAN = inventedEntry({ text: "Die Fähre sank.", file: "/articles/de.txt", language: "de", title: "Fähre" })
const BINARY = new CounterclaimError({
  code: "input/binary",
  what: "holds no text",
  where: "pic.txt",
  fix: "give a text",
})

test("prints the head of each document, its sure claims, and how many there were", async () => {
  const { status, out, err } = await stage({ entries: { "a.txt": FERRY } }).run("read", "a.txt")
  assert.equal(status, 0)
  assert.equal(err, "")
  const lines = out.split("\n")
  assert.equal(lines[0], "Ferry sinks off Quillmouth")
  assert.match(lines[1]!, /^The Quillmouth Lamp · 2031-03-12 · d-/)
  assert.match(out, /^ {3}Captain Ruda Meck +deny +the ferry was overloaded$/m)
  assert.doesNotMatch(out, /\?/)
  assert.match(out, /^3 shown, 1 doubtful, 1 document read\. --all shows the doubtful ones too\.$/m)
})

test("prints the doubtful claims with a question mark when all are asked for", async () => {
  const { out } = await stage({ entries: { "a.txt": FERRY } }).run("read", "--all", "a.txt")
  assert.match(out, /^\? {2}↳ a witness +assert +the lamps were out$/m)
  assert.doesNotMatch(out, /--all/)
})

test("fits every line to the terminal", async () => {
  for (const columns of [20, 45, 60, 132]) {
    const { out } = await stage({ entries: { "a.txt": FERRY }, io: { columns } }).run("read", "--all", "a.txt")
    assert.ok(
      out.split("\n").every((line) => width(line) <= columns),
      out,
    )
  }
})

test("adds each document to the ledger, and tells of those that it held already", async () => {
  const { run, ledger, asked } = stage({ entries: { "a.txt": FERRY } })
  await run("read", "a.txt", "--ledger", "x.sqlite")
  const { out } = await run("read", "a.txt", "--ledger", "x.sqlite")
  assert.deepEqual(await ledger.counts(), { documents: 1, attributed: 1, shown: 3, doubtful: 1 })
  assert.match(out, /1 of them the ledger held already/)
  assert.deepEqual(
    asked.filter((line) => line.includes("ledger")),
    ["ledger x.sqlite", "ledger closed", "ledger x.sqlite", "ledger closed"],
  )
})

test("a dry run opens no ledger and prints the same", async () => {
  const wet = await stage({ entries: { "a.txt": FERRY } }).run("read", "a.txt")
  const { run, asked } = stage({ entries: { "a.txt": FERRY } })
  assert.deepEqual(await run("read", "--dry-run", "a.txt"), wet)
  assert.ok(asked.every((line) => !line.includes("ledger")))
})

test("takes the ledger from the option, else from the environment, else from the user's folder", async () => {
  const env = { COUNTERCLAIM_LEDGER: "/env.sqlite" }
  const opened = async (io: object, ...argv: string[]) => {
    const { run, asked } = stage({ entries: { "a.txt": FERRY }, io })
    await run("read", "a.txt", ...argv)
    return asked.find((line) => line.startsWith("ledger"))
  }
  assert.equal(await opened({ env }, "--ledger", "/option.sqlite"), "ledger /option.sqlite")
  assert.equal(await opened({ env }), "ledger /env.sqlite")
  assert.equal(await opened({}), "ledger /home/ines/ledger.sqlite")
})

test("prints one JSON object a document, doubtful claims included, and nothing else on stdout", async () => {
  const entries = { "a.txt": FERRY, "de.txt": GERMAN }
  const { out } = await stage({ entries }).run("read", "--json", "a.txt", "de.txt")
  const objects = out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line))
  assert.deepEqual(
    objects.map(({ file, attributions }) => [file, attributions.length]),
    [
      ["a.txt", 4],
      ["de.txt", 0],
    ],
  )
  const { text } = objects[0].document
  for (const { content } of objects[0].attributions) {
    for (const span of content) assert.equal(text.slice(span.start, span.end), span.text)
  }
})

test("names each input that fails on stderr, does the others, and ends with 1", async () => {
  const entries = { "pic.txt": BINARY, "a.txt": FERRY }
  const { status, out, err } = await stage({ entries }).run("read", "none.txt", "pic.txt", "a.txt")
  assert.equal(status, 1)
  assert.deepEqual(err.trimEnd().split("\n"), [
    "none.txt: there is no such file; check the name",
    "pic.txt: holds no text; give a text",
  ])
  assert.match(out, /3 shown, 1 doubtful, 1 document read/)
})

test("an error that nobody foresaw fails its input only", async () => {
  const entries = { "b.txt": new TypeError("x is not a function"), "a.txt": FERRY }
  const { status, out, err } = await stage({ entries }).run("read", "b.txt", "a.txt")
  assert.equal(status, 1)
  assert.equal(err, "b.txt: x is not a function; this is a fault of the program\n")
  assert.match(out, /Captain Ruda Meck/)
})

test("says that the attributions of another language were not read", async () => {
  const { status, out, err } = await stage({ entries: { "de.txt": GERMAN } }).run("read", "de.txt")
  assert.equal(status, 0)
  assert.equal(err, "de.txt: in German; its attributions were not read, only English ones are so far\n")
  assert.match(out, /no claim to show/)
  assert.match(out, /0 shown, 0 doubtful, 1 document read \(1 of them not for attributions\)/)
})

test("says so of a page that is no article", async () => {
  const page = inventedEntry({ text: "Home. News. Sport.", article: false })
  const { status, err } = await stage({ entries: { "home.html": page } }).run("read", "home.html")
  assert.equal(status, 0)
  assert.equal(err, "home.html: no article (a list of links); nothing was attributed\n")
})

test("passes the date, the wish for the text as it is and the model on", async () => {
  const { run, asked } = stage({ entries: { "a.txt": FERRY } })
  await run("read", "a.txt", "--published", "2031-03", "--verbatim", "--models", "fold-1")
  const options = { verbatim: true, published: { value: "2031-03", precision: "month" } }
  assert.ok(asked.includes(`read a.txt ${JSON.stringify(options)}`), asked.join("\n"))
  assert.ok(asked.includes("models fold-1"))
})

test.each(["2031-02-30", "yesterday", "12/03/2031", ""])(
  "refuses %j as a date before anything is read",
  async (date) => {
    const { run, asked } = stage({ entries: { "a.txt": FERRY } })
    const { status, out, err } = await run("read", "a.txt", "--published", date)
    assert.equal(status, 2)
    assert.equal(out, "")
    assert.match(err, /--published .*YYYY-MM-DD/)
    assert.deepEqual(asked, [])
  },
)

test("a ledger that takes no more stops everything and is closed", async () => {
  const full = new CounterclaimError({
    code: "ledger/full",
    what: "the ledger is full",
    where: "x.sqlite",
    fix: "make room",
  })
  const ledger = { ...memoryLedger(), add: () => Promise.reject(full) }
  const { run, asked } = stage({ entries: { "a.txt": FERRY, "b.txt": FERRY }, ledger })
  const { status, out, err } = await run("read", "a.txt", "b.txt")
  assert.deepEqual([status, out, err], [1, "", "counterclaim: x.sqlite: the ledger is full; make room\n"])
  assert.equal(asked.at(-1), "ledger closed")
  assert.ok(!asked.some((line) => line.startsWith("read b.txt")))
})

test("no control character of a document reaches the terminal", async () => {
  const nasty = inventedEntry({
    text: "\u001b[2JThe mayor\u009b1m said \u0007it sank.",
    title: "\u001b]0;owned\u0007Ferry",
    publisher: "The\u202eLamp",
    claims: [{ source: "\u001b[2JThe mayor\u009b1m", cue: "said", content: ["\u0007it sank"] }],
  })
  const { run } = stage({ entries: { "a\u001b[31m.txt": nasty, "b.txt": new Error("\u001b[31m") } })
  for (const argv of [["read"], ["read", "--json"], ["text"], ["text", "--json"]]) {
    const { out, err } = await run(...argv, "a\u001b[31m.txt", "b.txt")
    assert.doesNotMatch(out + err, /(?!\n)\p{Cc}/u)
  }
  const { out } = await run("read", "--json", "a\u001b[31m.txt")
  assert.equal(JSON.parse(out).document.text, nasty.text.value)
})

test("Ctrl-C drops the document that is being read, keeps those before, closes the ledger and ends with 130", async () => {
  const stop = new AbortController()
  const read = async (_: unknown, { file }: { file: string }) => {
    if (file === "a.txt") return FERRY
    stop.abort("SIGINT")
    return new Promise<never>(() => {})
  }
  const { run, ledger, asked } = stage({
    entries: { "a.txt": FERRY, "b.txt": GERMAN },
    io: { signal: stop.signal },
    parts: { openPipeline: async () => ({ read, isCurrent: () => false, close: async () => {} }) },
  })
  const { status } = await run("read", "a.txt", "b.txt")
  assert.equal(status, 130)
  assert.equal((await ledger.counts()).documents, 1)
  assert.equal(asked.at(-1), "ledger closed")
})

test("ends quietly with 0 when nobody reads its results any more", async () => {
  const stdout = closedAfter(1)
  const { run, asked } = stage({ entries: { "a.txt": FERRY, "b.txt": FERRY, "c.txt": FERRY }, io: { stdout } })
  const { status, err } = await run("read", "a.txt", "b.txt", "c.txt")
  assert.deepEqual([status, err, stdout.written], [0, "", 2])
  assert.equal(asked.at(-1), "ledger closed")
})

test("draws a bar on stderr when that is a terminal, and takes it away before the end", async () => {
  const terminal = { isTerminal: { stdout: false, stderr: true } }
  const entries = { "a.txt": FERRY, "b.txt": FERRY }
  const { out, err } = await stage({ entries, io: terminal }).run("read", "a.txt", "b.txt")
  assert.match(err, /\[-{24}\] 0 of 2: a\.txt/)
  assert.match(err, /\[#{12}-{12}\] 1 of 2, [\d.]+\/s, 0:00 to go: b\.txt/)
  assert.ok(err.endsWith(`\r${ESCAPE}[2K`))
  assert.ok(!out.includes(ESCAPE))
  assert.equal((await stage({ entries }).run("read", "a.txt", "b.txt")).err, "")
  assert.equal((await stage({ entries, io: terminal }).run("read", "a.txt")).err, "")
})

test("colours the table on a terminal only", async () => {
  const entries = { "a.txt": FERRY }
  const terminal = { isTerminal: { stdout: true, stderr: false } }
  const coloured = await stage({ entries, io: terminal }).run("read", "a.txt")
  assert.ok(coloured.out.startsWith(`${ESCAPE}[1mFerry sinks`))
  const plain = await stage({ entries, io: { ...terminal, env: { NO_COLOR: "1" } } }).run("read", "a.txt")
  assert.ok(!plain.out.includes(ESCAPE))
})

test("a row's reference comes back on its line; a wrong map is wrong usage, before anything is read", async () => {
  const entries = { "a.txt": FERRY }
  const row = { file: "a.csv:2", place: "/a.csv#2", ref: "7", read: async () => FERRY.snapshot }
  const asked: unknown[] = []
  const noMap = new CounterclaimError({ code: "table/no-map", what: "unmapped", where: "a.csv", fix: "add --map" })
  const { run } = stage({
    entries: { ...entries, "a.csv:2": FERRY },
    parts: {
      async *findInputs(_args, _stdin, map) {
        asked.push(map)
        yield row
      },
      checkTables: async (_, map) => {
        if (!map) throw noMap
      },
    },
  })
  for (const command of ["read", "text"]) {
    const { out, status } = await run(command, "a.csv", "--json", "--map", "text=body,ref=id")
    assert.equal(status, 0)
    assert.equal(JSON.parse(out).ref, "7")
  }
  assert.deepEqual(asked, Array(2).fill({ text: "body", ref: "id" }))
  const unmapped = await run("read", "a.csv")
  assert.equal(unmapped.status, 2)
  assert.match(unmapped.err, /a\.csv: unmapped; add --map/)
  const { status, err } = await run("read", "a.csv", "--map", "ref=id")
  assert.equal(status, 2)
  assert.match(err, /which column holds the text/)
  assert.equal(asked.length, 2)
})

test("a map without a table among the inputs is told of, and the rest is done", async () => {
  const { run } = stage({ entries: { "a.txt": FERRY } })
  const { status, err } = await run("read", "a.txt", "--map", "text=body")
  assert.equal(status, 0)
  assert.match(err, /--map changed nothing/)
  const lost = await stage().run("read", "a.csv", "--map", "text=body")
  assert.doesNotMatch(lost.err, /--map changed nothing/)
  assert.doesNotMatch((await run("read", "a.txt")).err, /--map/)
})

test("an input without a name is said to be empty, and the others are read", async () => {
  const { status, out, err } = await stage({ entries: { "a.txt": FERRY } }).run("read", "", "a.txt")
  assert.equal(status, 1)
  assert.match(err, /^"": the name of an input is empty; give /)
  assert.match(out, /Ferry sinks/)
})
