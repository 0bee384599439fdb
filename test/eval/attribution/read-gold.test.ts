import assert from "node:assert/strict"
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { test } from "vitest"
import { parseAnnotations } from "../../../eval/attribution/parse-annotations.ts"
import { readGold } from "../../../eval/attribution/read-gold.ts"
import { temporaryFolder } from "../../temporary-folder.ts"

function folderOf(files: Record<string, string>): string {
  const folder = temporaryFolder("gold")
  for (const inner of ["text", "attributions"]) mkdirSync(join(folder, inner))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

test("offsets in code points become UTF-16 units", () => {
  const folder = folderOf({
    "text/a.txt": "😀😀 Roe said hello 😀",
    "attributions/a_Ana.ann": "T1\tSource 3 6\tRoe\nT2\tContent 12 17;18 19\thello 😀\nE1\tSource:T1 Content:T2\n",
  })
  assert.deepEqual(readGold(folder)[0]?.gold, [
    {
      source: [{ start: 5, end: 8 }],
      cue: [],
      content: [
        { start: 14, end: 19 },
        { start: 20, end: 22 },
      ],
    },
  ])
})

test("of several annotators the first by name counts, and an article without one is left out", () => {
  const folder = folderOf({
    "text/a.txt": "Roe said hello",
    "text/ab.txt": "Nobody read this",
    "attributions/a_Zoe.ann": "",
    "attributions/a_Ana.ann": "T1\tContent 0 3\tRoe\nE1\tContent:T1\n",
  })
  assert.deepEqual(
    readGold(folder).map(({ name, gold }) => [name, gold.length]),
    [["a.txt", 1]],
  )
})

test("a content outside of its text is an error that names the file", () => {
  const folder = folderOf({ "text/a.txt": "Roe", "attributions/a_Ana.ann": "T1\tContent 0 4\tRoe\nE1\tContent:T1\n" })
  assert.throws(() => readGold(folder), { code: "eval/gold-range", where: join(folder, "attributions", "a_Ana.ann") })
})

test("a folder without annotated articles is an error, and so is none at all", () => {
  assert.throws(() => readGold(folderOf({ "text/a.txt": "Roe" })), { code: "eval/no-gold" })
  assert.throws(() => readGold(join(folderOf({}), "absent")), { code: "eval/no-gold" })
})

test("a malformed line takes nothing else with it", () => {
  const parsed = parseAnnotations(
    "T1\tContent 1 x\nT2\tContent 2 3\tb\nT2\tContent 4\nE\nE1\tContent:T1 Content:T2 Cue:T9 T2\n",
  )
  assert.deepEqual(parsed, [{ source: [], cue: [], content: [{ start: 2, end: 3 }] }])
})
