import assert from "node:assert/strict"
import { execFileSync } from "node:child_process"
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { Readable } from "node:stream"
import { pathToFileURL } from "node:url"
import { onTestFinished, test } from "vitest"
import { countInputs, findInputs, type Input, type InputFailure, type InputOptions } from "../../src/fetch/inputs.ts"
import { CounterclaimError } from "../../src/model/error.ts"
import { sha256 } from "../../src/model/hash.ts"
import { toSnapshot } from "../../src/model/snapshot.ts"
import { failsWith } from "./server.ts"

const NOW = "2031-04-05T06:07:08.000Z"

function options(more: Partial<InputOptions> = {}): InputOptions {
  const fetchPage = async (url: string) =>
    toSnapshot({ bytes: Buffer.from(`page of ${url}`), url, headers: {}, fetched: NOW })
  return { stdin: Readable.from([]), fetchPage, now: () => new Date(NOW), ...more }
}

/** A folder of these files; a name that ends in "/" is an empty folder. Removed with the test. */
function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "inputs-"))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(name.endsWith("/") ? join(folder, name) : dirname(join(folder, name)), { recursive: true })
    if (!name.endsWith("/")) writeFileSync(join(folder, name), text)
  }
  return folder
}

async function all(args: string[], more?: Partial<InputOptions>): Promise<(Input | InputFailure)[]> {
  const found: (Input | InputFailure)[] = []
  for await (const input of findInputs(args, options(more))) found.push(input)
  return found
}

/** What reading everything gives: a text, or the code of what failed. */
async function outcomes(args: string[], more?: Partial<InputOptions>): Promise<string[]> {
  const results: string[] = []
  for (const input of await all(args, more)) {
    if ("error" in input) results.push(input.error.code)
    else
      results.push(
        await input.read().then(
          ({ bytes }) => Buffer.from(bytes).toString(),
          (error: unknown) => (error instanceof CounterclaimError ? error.code : String(error)),
        ),
      )
  }
  return results
}

const isRoot = process.geteuid?.() === 0

/** Root may read everything: what is unreadable is so for another user only. */
async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  if (!isRoot) return work()
  process.seteuid?.(65534)
  try {
    return await work()
  } finally {
    process.seteuid?.(0)
  }
}

test("a file gives its bytes, its hash, its address on disk and the time of the clock", async () => {
  const folder = folderOf({ "a b.txt": "Harbour reopens" })
  const [input] = await all([join(folder, "a b.txt")])
  assert.ok(input && "read" in input)
  assert.equal(input.file, join(folder, "a b.txt"))
  assert.equal(input.place, join(folder, "a b.txt"))
  const { bytes, ...rest } = await input.read()
  assert.equal(Buffer.from(bytes).toString(), "Harbour reopens")
  assert.deepEqual(rest, {
    sha256: sha256("Harbour reopens"),
    url: pathToFileURL(join(folder, "a b.txt")).href,
    headers: {},
    fetched: NOW,
  })
})

test("a relative name stays as given and its place is absolute", async () => {
  const [input] = await all(["package.json"])
  assert.ok(input && "read" in input)
  assert.equal(input.file, "package.json")
  assert.equal(input.place, join(process.cwd(), "package.json"))
})

test("a folder is walked in the order of names, without hidden ones, node_modules and other endings", async () => {
  const folder = folderOf({
    "b/two.HTML": "",
    "b/one.md": "",
    "a.txt": "",
    "Z.text": "",
    "c.xhtml": "",
    "d.htm": "",
    ".hidden/x.txt": "",
    ".x.txt": "",
    "node_modules/x.txt": "",
    "picture.jpg": "",
    "b/table.csv": "",
  })
  const passed: string[] = []
  const found = await all([folder], { onPassedOver: (file) => passed.push(file) })
  const names = ["Z.text", "a.txt", "b/one.md", "b/two.HTML", "c.xhtml", "d.htm"]
  assert.deepEqual(
    found.map(({ file }) => file),
    names.map((name) => join(folder, name)),
  )
  assert.deepEqual(passed, [join(folder, "b/table.csv"), join(folder, "picture.jpg")])
})

test("a file that is named is tried whatever its ending, hidden or not", async () => {
  const folder = folderOf({ "report.dat": "one", ".hidden": "two" })
  assert.deepEqual(await outcomes([join(folder, "report.dat"), join(folder, ".hidden")]), ["one", "two"])
})

test("an empty file is an input without bytes", async () => {
  assert.deepEqual(await outcomes([join(folderOf({ "a.txt": "" }), "a.txt")]), [""])
})

test("standard input is read to its end, once", async () => {
  const stdin = Readable.from([Buffer.from("first "), Buffer.from("second")])
  assert.deepEqual(await outcomes(["-", "-"], { stdin }), ["first second", "input/stdin-twice"])
})

test("standard input has no address", async () => {
  const [input] = await all(["-"])
  assert.ok(input && "read" in input)
  assert.equal(input.place, "-")
  assert.equal((await input.read()).url, null)
})

test("standard input without an end is given up at the cap", async () => {
  let given = 0
  const stdin = Readable.from(
    (function* () {
      for (;;) {
        given++
        yield Buffer.alloc(1024 * 1024)
      }
    })(),
  )
  assert.deepEqual(await outcomes(["-"], { stdin }), ["input/too-large"])
  assert.ok(given < 100, `${given} MB were taken`)
})

test("an address is fetched without its fragment", async () => {
  const [input] = await all(["HTTPS://News.example/a?b=1#part"])
  assert.ok(input && "read" in input)
  assert.equal(input.file, "HTTPS://News.example/a?b=1#part")
  assert.equal(input.place, "https://news.example/a?b=1")
  assert.equal(Buffer.from((await input.read()).bytes).toString(), "page of https://news.example/a?b=1")
})

test("one failing input stops none of the others", async () => {
  const folder = folderOf({ "a.txt": "one", "b.txt": "two", "empty/": "" })
  const args = ["ftp://news.example/", join(folder, "a.txt"), join(folder, "none.txt"), join(folder, "empty")]
  const expected = ["fetch/scheme", "one", "input/not-found", "input/no-articles", "two", "fetch/credentials"]
  assert.deepEqual(await outcomes([...args, join(folder, "b.txt"), "http://me:secret@news.example/"]), expected)
})

test("a name with a zero byte or of great length is not found", async () => {
  assert.deepEqual(await outcomes(["a\0b", "x".repeat(5000), ""]), Array(3).fill("input/not-found"))
})

test("a folder without any article says how many other files it has", async () => {
  const folder = folderOf({ "a.jpg": "", "b/c.png": "" })
  const [failure] = await all([folder])
  assert.ok(failure && "error" in failure)
  assert.equal(failure.error.code, "input/no-articles")
  assert.match(failure.error.message, /2 files/)
})

test("a file over the cap is refused before it is read", async () => {
  const folder = folderOf({ "a.txt": "" })
  truncateSync(join(folder, "a.txt"), 8 * 1024 ** 3)
  const before = process.memoryUsage().rss
  assert.deepEqual(await outcomes([join(folder, "a.txt")]), ["input/too-large"])
  assert.ok(process.memoryUsage().rss - before < 50e6)
})

test("a file of 50 MB is read", async () => {
  const folder = folderOf({ "a.txt": "" })
  truncateSync(join(folder, "a.txt"), 50 * 1024 ** 2)
  const [input] = await all([join(folder, "a.txt")])
  assert.ok(input && "read" in input)
  assert.equal((await input.read()).bytes.length, 50 * 1024 ** 2)
})

test.skipIf(process.platform === "win32")("pipes, sockets and devices are refused and do not hang", async () => {
  const folder = folderOf({ "a.txt": "one" })
  execFileSync("mkfifo", [join(folder, "pipe.txt")])
  const server = createServer().listen(join(folder, "socket.txt"))
  onTestFinished(() => void server.close())
  symlinkSync("/dev/zero", join(folder, "zero.txt"))
  assert.deepEqual(await outcomes([folder, "/dev/null"]), ["one", ...Array(4).fill("input/not-a-file")])
})

test("links that lead in circles do not hang, links to files are read", async () => {
  const folder = folderOf({ "deep/er/a.txt": "one" })
  symlinkSync(folder, join(folder, "deep/er/up"))
  symlinkSync(folder, join(folder, "deep/er/up.txt"))
  symlinkSync("loop.txt", join(folder, "loop.txt"))
  symlinkSync("deep/er/a.txt", join(folder, "link.txt"))
  symlinkSync("gone", join(folder, "broken.txt"))
  assert.deepEqual(await outcomes([folder]), ["input/not-found", "one", "one", "input/unreadable"])
})

test("a folder that is given as a link is walked", async () => {
  const folder = folderOf({ "real/a.txt": "one" })
  symlinkSync(join(folder, "real"), join(folder, "link"))
  assert.deepEqual(await outcomes([join(folder, "link")]), ["one"])
})

test.skipIf(process.platform === "win32")("what may not be read is named, and the rest is read", async () => {
  const folder = folderOf({ "a.txt": "one", "b/c.txt": "two", "d.txt": "three" })
  chmodSync(folder, 0o755)
  chmodSync(join(folder, "a.txt"), 0)
  chmodSync(join(folder, "b"), 0)
  const args = [folder, join(folder, "b/c.txt"), join(folder, "a.txt")]
  const expected = [...Array(2).fill("input/unreadable"), "three", ...Array(2).fill("input/unreadable")]
  assert.deepEqual(await asNobody(() => outcomes(args)), expected)
})

test("counting gives as many as finding does, and null past the limit", async () => {
  const folder = folderOf({ "a.txt": "", "b/c.html": "", "b/d.jpg": "", "none/": "" })
  const args = [folder, "-", "https://news.example/", join(folder, "none"), join(folder, "gone.txt")]
  assert.equal((await all(args)).length, 6)
  assert.equal(await countInputs(args), 6)
  assert.equal(await countInputs(args, 6), 6)
  assert.equal(await countInputs(args, 5), null)
  assert.equal(await countInputs([]), 0)
})

test("a message names the file, what is wrong and how to fix it", async () => {
  const [input] = await all(["gone.txt"])
  assert.ok(input && "error" in input)
  assert.ok(failsWith("input/not-found", "gone.txt: there is no such file or folder; check")(input.error))
})
