import assert from "node:assert/strict"
import { mkdirSync, writeFileSync } from "node:fs"
import { basename, join } from "node:path"
import { test } from "vitest"
import { readTexts } from "../../../eval/bench/texts.ts"
import { temporaryFolder } from "../../temporary-folder.ts"

test("takes texts and pages by name, and the inner folder of texts where there is one", () => {
  const folder = temporaryFolder("bench")
  for (const name of ["b.html", "a.txt", "notes.md"]) writeFileSync(join(folder, name), name)
  const names = () => readTexts(folder).map(({ path, bytes }) => [basename(path), Buffer.from(bytes).toString()])
  assert.deepEqual(names(), [
    ["a.txt", "a.txt"],
    ["b.html", "b.html"],
  ])
  mkdirSync(join(folder, "text"))
  writeFileSync(join(folder, "text", "c.txt"), "c")
  assert.deepEqual(names(), [["c.txt", "c"]])
})

test("a folder without texts, or none at all, is an error", () => {
  const folder = temporaryFolder("bench")
  assert.throws(() => readTexts(folder), { code: "eval/no-texts", where: folder })
  assert.throws(() => readTexts(join(folder, "absent")), { code: "eval/no-texts" })
})
