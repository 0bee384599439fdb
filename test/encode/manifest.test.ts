import assert from "node:assert/strict"
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, test } from "vitest"
import { openEncoder } from "../../src/encode/encoder.ts"
import { dataPath } from "../../src/lexicon/data.ts"
import { NAME_LABELS } from "../../src/model/encoding.ts"
import { CounterclaimError } from "../../src/model/error.ts"
import { sha256 } from "../../src/model/hash.ts"
import { toText } from "../../src/model/text.ts"

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "counterclaim-model-"))
  cpSync(dataPath("models/attribution"), folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

const failure = (code: string, where: string) => (error: unknown) =>
  error instanceof CounterclaimError && error.code === code && error.where.includes(where) && error.fix !== ""

describe("weights", () => {
  test("that lack a file are refused, the file named", async () => {
    rmSync(join(folder, "vocab.txt"))
    await assert.rejects(openEncoder(folder), failure("model/unreadable", "vocab.txt"))
  })

  test("that are not those of the manifest are refused before they are loaded", async () => {
    writeFileSync(join(folder, "model.onnx"), "something else")
    await assert.rejects(openEncoder(folder), failure("model/damaged", "model.onnx"))
  })

  test("that the runtime cannot load are refused", async () => {
    writeFileSync(join(folder, "model.onnx"), "something else")
    rewrite((manifest) => ({ ...manifest, sha256: sha256("something else") }))
    await assert.rejects(openEncoder(folder), failure("model/broken", folder))
  })

  for (const lack of ["name", "version", "sha256", "window", "floor", "thresholds"]) {
    test(`without "${lack}" in the manifest are refused`, async () => {
      rewrite(({ [lack]: _, ...rest }) => rest)
      await assert.rejects(openEncoder(folder), failure("model/manifest", "manifest.json"))
    })
  }

  test("with a manifest that is no JSON are refused", async () => {
    writeFileSync(join(folder, "manifest.json"), "{")
    await assert.rejects(openEncoder(folder), failure("model/manifest", "manifest.json"))
  })
})

function rewrite(change: (manifest: Record<string, unknown>) => Record<string, unknown>) {
  const path = join(folder, "manifest.json")
  writeFileSync(path, JSON.stringify(change(JSON.parse(readFileSync(path, "utf8")))))
}

test("the shipped weights tell inner cues from outer ones, and names, whose probabilities sum to 1", async () => {
  const encoder = await openEncoder(dataPath("models/attribution"))
  const text = toText("The ministry said that Ivan Petrov had claimed that the bridge was closed.")
  const { words, cues, inner, names } = await encoder.encode(text)
  await encoder.close()
  const at = (word: string) => words.findIndex(({ start, end }) => text.value.slice(start, end) === word)
  const width = NAME_LABELS.length
  assert.ok(cues[2 * at("said")]! > 0.5 && inner![2 * at("said")]! < 0.5)
  assert.ok(cues[2 * at("claimed")]! < 0.5 && names![width * at("Ivan") + NAME_LABELS.indexOf("begins person")]! > 0.5)
  for (let word = 0; word < words.length; word++) {
    const sum = names!.subarray(width * word, width * (word + 1)).reduce((total, each) => total + each, 0)
    assert.ok(Math.abs(sum - 1) < 1e-4)
  }
})
