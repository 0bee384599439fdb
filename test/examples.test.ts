import assert from "node:assert/strict"
import { readdirSync, readFileSync } from "node:fs"
import { test } from "vitest"

const FOLDER = new URL("../examples/", import.meta.url)
const ENCODINGS = ["UTF-8", "UTF-16", "Windows-1252"]
/** Words in a row that nobody writes twice by chance. */
const RUN = 12

type Row = Readonly<{ file: string; publisher: string; published: string; encoding: string; copy: string }>

const readme = readFileSync(new URL("../docs/examples.md", import.meta.url), "utf8")
const named = (cell: string): string => cell.replaceAll("`", "")

/** The cells of a table's rows under the given heading, without its two head lines. */
function tableUnder(heading: string): string[][] {
  const part = readme.split(/^## /m).find((section) => section.startsWith(heading)) ?? ""
  const lines = part.split("\n").filter((line) => line.startsWith("|"))
  return lines.slice(2).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

const rows: readonly Row[] = tableUnder("The files").map(([file, publisher, published, , encoding, copy]) => {
  return { file: named(file!), publisher: publisher!, published: published!, encoding: encoding!, copy: named(copy!) }
})

const bytesOf = (file: string): Buffer => readFileSync(new URL(file, FOLDER))
const rowOf = (file: string): Row => rows.find((row) => row.file === file)!
// Node's TextDecoder takes windows-1252 for Latin-1 in some versions (20.20 among them), so the marks are put in here.
const C1 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"
const fromWindows1252 = (bytes: Buffer): string =>
  bytes.toString("latin1").replace(/[\u0080-\u009f]/g, (mark) => C1[mark.charCodeAt(0) - 0x80]!)

function decoded(file: string): string {
  const { encoding } = rowOf(file)
  const bytes = bytesOf(file)
  return encoding === "Windows-1252" ? fromWindows1252(bytes) : new TextDecoder(encoding).decode(bytes)
}

/** What a reader sees of a file: for a page, its text without tags, head, scripts and styles. */
function seen(file: string): string {
  const text = decoded(file)
  if (!file.endsWith(".html")) return text
  const bare = text.replace(/<head\b[\s\S]*?(<\/head>|(?=<body))|<(script|style)\b[\s\S]*?<\/\2>/gi, " ")
  return bare
    .replace(/<[^>]*>/g, (tag) => (/^<\/?(b|i|em|strong|a|cite)\b/i.test(tag) ? "" : "\n"))
    .replaceAll("&amp;", "&")
}

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []

function runs(text: string): string[] {
  const all = words(text)
  return all.slice(RUN - 1).map((_, start) => all.slice(start, start + RUN).join(" "))
}

/** The paragraphs of the agency's report, from its dateline to its credits. */
function wireParagraphs(file: string): string[] {
  const text = decoded(file)
  return text.slice(text.search(/^[A-Z]+, [A-Z][a-z]+ \d+ \(/m), text.lastIndexOf("\n\n(Reporting")).split("\n\n")
}

const headline = (file: string): string => /<h1>(.*?)<\/h1>/.exec(decoded(file))?.[1] ?? decoded(file).split("\n")[2]!

const copies = rows
  .filter((row) => row.copy !== "")
  .map(({ file, copy }) => ({ file, how: copy.split(" ")[0]!, origin: copy.split(" ")[1]! }))

/** The origin of a copy; of anything else the file itself. Two files of one family may share their words. */
const family = (file: string): string => copies.find((copy) => copy.file === file)?.origin ?? file

test("docs/examples.md names every file, and no file that is not there", () => {
  const there = readdirSync(FOLDER)
  assert.deepEqual(rows.map((row) => row.file).toSorted(), there.toSorted())
})

test("there are twelve articles or more by nine publishers or more, in HTML and in plain text", () => {
  assert.ok(rows.length >= 12)
  assert.ok(new Set(rows.map((row) => row.publisher)).size >= 9)
  assert.deepEqual(new Set(rows.map((row) => row.file.split(".").at(-1))), new Set(["html", "txt"]))
})

test("each article is as long as a real one and names its publisher", () => {
  for (const { file, publisher } of rows) {
    const length = words(seen(file)).length
    assert.ok(length >= 250 && length <= 600, `${file}: ${length} words`)
    assert.ok(decoded(file).toLowerCase().includes(publisher.toLowerCase()), `${file}: ${publisher}`)
  }
})

test("the words that docs/examples.md points at stand in the file that it names", () => {
  const missing = tableUnder("What to look for").filter(([, file, phrase]) => !seen(named(file!)).includes(phrase!))
  assert.deepEqual(missing, [])
})

test("the files are listed in the order of publication, and only one has no date", () => {
  const days = rows.map((row) => row.published)
  const dated = days.filter((day) => /^2025-03-\d\d/.test(day))
  assert.equal(days.length - dated.length, 1)
  assert.doesNotMatch(decoded(rows.find((row) => row.published === "no date")!.file), /2025|March|<time/)
  assert.deepEqual(
    dated.map((day) => day.slice(0, 10)),
    dated.map((day) => day.slice(0, 10)).toSorted(),
  )
  assert.deepEqual(
    dated.filter((day) => day.endsWith("GMT")),
    dated.filter((day) => day.endsWith("GMT")).toSorted(),
  )
})

test("each file with a date prints the day that docs/examples.md gives", () => {
  for (const { file, published } of rows.filter((row) => row.published !== "no date")) {
    const day = published.slice(8, 10)
    const forms = [`2025-03-${day}`, `${day} March 2025`, `March ${day}, 2025`]
    assert.ok(
      forms.some((form) => decoded(file).includes(form)),
      file,
    )
  }
})

test("each file has the encoding that docs/examples.md gives", () => {
  for (const { file, encoding } of rows) {
    const bytes = bytesOf(file)
    assert.equal(bytes[0] === 0xff && bytes[1] === 0xfe, encoding === "UTF-16", file)
    const valid = () => new TextDecoder("utf-8", { fatal: true }).decode(bytes)
    if (encoding === "UTF-8") assert.doesNotThrow(valid, file)
    else assert.throws(valid, file)
    assert.doesNotMatch(decoded(file), /\uFFFD|â€/, file)
  }
  assert.deepEqual(new Set(rows.map((row) => row.encoding)), new Set(ENCODINGS))
})

test("a verbatim copy has every paragraph of its origin to the letter, under another headline", () => {
  const verbatim = copies.filter((copy) => copy.how === "verbatim")
  assert.equal(verbatim.length, 2)
  for (const { file, origin } of verbatim) {
    const paragraphs = wireParagraphs(origin)
    assert.ok(paragraphs.length >= 8, origin)
    assert.ok(seen(file).replace(/\n+/g, "\n").includes(paragraphs.join("\n")), file)
    assert.notEqual(headline(file), headline(origin))
  }
  assert.equal(new Set(verbatim.map((copy) => headline(copy.file))).size, 2)
  assert.equal(new Set([...verbatim, { file: verbatim[0]!.origin }].map(({ file }) => rowOf(file).publisher)).size, 3)
})

test("the reworded copy shares no run of words with its origin outside quotations", () => {
  const reworded = copies.filter((copy) => copy.how === "reworded")
  assert.equal(reworded.length, 1)
  const { file, origin } = reworded[0]!
  const own = new Set(
    seen(origin)
      .split(/“[^”\n]*”?/)
      .flatMap(runs),
  )
  assert.ok(own.size > 100)
  assert.deepEqual(
    runs(seen(file)).filter((run) => own.has(run)),
    [],
  )
  assert.ok(words(seen(origin)).filter((word) => /^(kestrane|okonvey|oriskell|osmeria)$/.test(word)).length > 8)
  const marks = seen(file)
    .split("\n")
    .map((line) => line.split('"').length - 1)
  assert.ok(marks.filter((count) => count % 2 === 1).length >= 4, "its quotation marks are broken")
})

test("no run of words stands twice but in declared copies", () => {
  const first = new Map<string, string>()
  const twice: string[] = []
  for (const { file } of rows)
    runs(seen(file)).forEach((run, index) => {
      const before = first.get(run)
      if (before === undefined) first.set(run, `${file}#${index}`)
      else if (family(before.split("#")[0]!) !== family(file) || before.startsWith(file))
        twice.push(`${before}, ${file}: ${run}`)
    })
  assert.deepEqual(twice, [])
})
