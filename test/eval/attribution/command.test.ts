import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import * as counterclaim from "counterclaim"
import { beforeEach, test, vi } from "vitest"
import { attributionCommand } from "../../../eval/attribution/command.ts"
import { temporaryFolder } from "../../temporary-folder.ts"

// The model has its own tests: here a pipeline that finds one thing in every text stands in for it.
vi.mock("counterclaim", async (importOriginal) => ({
  ...(await importOriginal<typeof counterclaim>()),
  openPipeline: vi.fn(),
}))

const DATA = fileURLToPath(new URL("../cases/plain", import.meta.url))
const ATTRIBUTION = {
  source: { start: 13, end: 24 },
  cue: null,
  content: [{ start: 30, end: 50 }],
  confidence: 0.9,
  shown: true,
}

const read = vi.fn()

beforeEach(() => {
  read.mockReset()
  read.mockImplementation(async (snapshot: counterclaim.Snapshot) => ({
    text: counterclaim.toText(Buffer.from(snapshot.bytes).toString()),
    run: { attributions: [ATTRIBUTION] },
  }))
  const model = { name: "stand-in", version: 3, sha256: "abc" }
  vi.mocked(counterclaim.openPipeline).mockResolvedValue({
    ...{ model, read, parties: null },
    isCurrent: () => false,
    close: async () => {},
  })
})

async function run(...args: string[]): Promise<{ status: number; lines: string[] }> {
  const lines: string[] = []
  const status = await attributionCommand(args, (line) => lines.push(...line.split("\n")))
  return { status, lines }
}

test("reads every annotated text verbatim and scores what the program finds in it", async () => {
  const { lines } = await run("--data", DATA)
  const names = read.mock.calls.map(([, { file }, options]) => [file, options])
  const paths = ["harbour", "pass", "quiet"].map((name) => [join(DATA, "text", `${name}.txt`), { verbatim: true }])
  assert.deepEqual(names, paths)
  // The stand-in's spans are those of quiet.txt, and fit no other text.
  assert.equal(lines[0], "stand-in 3 (abc) on cases-plain, 3 articles")
  assert.ok(lines[9]?.endsWith("(1 of 8 gold, 3 predicted)"), lines[9])
})

test("prints a quotation-mark baseline in the same lines", async () => {
  const { lines } = await run("--data", DATA)
  const from = lines.indexOf("quotation-mark baseline on the same articles")
  assert.equal(lines.slice(from + 1).length, 18)
  // It links the interrupted quotation, and knows neither "denied" nor a source in small letters.
  assert.match(lines[from + 9] ?? "", /^attribution linked .* \(1 of 8 gold, 3 predicted\)$/)
})

test("writes the program's predictions in a form that it scores the same", async () => {
  const path = join(temporaryFolder("eval"), "written.jsonl")
  const ran = await run("--data", DATA, "--write", path)
  const again = await run("--data", DATA, "--predictions", path)
  assert.deepEqual(again.lines.slice(1), ran.lines.slice(1))
  assert.equal(JSON.parse(readFileSync(path, "utf8").split("\n")[2]!).attributions[0].source.text, "The council")
})

test("an article in which nothing was read has no prediction", async () => {
  read.mockResolvedValue({ text: counterclaim.toText(""), run: null })
  assert.equal((await run("--data", DATA)).lines[1], "articles without a prediction: 3")
})

test("an article that is refused counts as missing, and any other failure is not swallowed", async () => {
  const complain = vi.spyOn(console, "error").mockImplementation(() => {})
  const parts = { code: "input/empty", what: "nothing in it", where: "harbour.txt", fix: "give a text" }
  read.mockRejectedValueOnce(new counterclaim.CounterclaimError(parts))
  assert.equal((await run("--data", DATA)).lines[1], "articles without a prediction: 1")
  assert.deepEqual(complain.mock.calls, [["harbour.txt: nothing in it; give a text"]])
  complain.mockRestore()
  read.mockRejectedValueOnce(new TypeError("a mistake of ours"))
  await assert.rejects(run("--data", DATA), TypeError)
})

test("asks for the folder of data when none is given, and knows no other option", async () => {
  await assert.rejects(run(), { code: "eval/usage" })
  await assert.rejects(run("--date", DATA), { code: "ERR_PARSE_ARGS_UNKNOWN_OPTION" })
})
