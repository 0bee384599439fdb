import assert from "node:assert/strict"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { onTestFinished, test } from "vitest"
import { sortedNames } from "../../src/fetch/names.ts"

function folderWith(names: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "names-"))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const name of names) writeFileSync(join(folder, name), "")
  return folder
}

async function namesOf(folder: string, window: number): Promise<string[]> {
  const names: string[] = []
  for await (const { name } of sortedNames(folder, window)) names.push(name)
  return names
}

test("names come sorted and each once, however few are held at a time", async () => {
  const names = Array.from({ length: 53 }, (_, n) => `${(n * 37) % 53}.txt`)
  const folder = folderWith(names)
  for (const window of [1, 2, 7, 26, 27, 52, 53, 54, 1000])
    assert.deepEqual(await namesOf(folder, window), names.toSorted(), `${window}`)
})

test("an empty folder has no names", async () => {
  assert.deepEqual(await namesOf(folderWith([]), 4), [])
})
