import { readFile } from "node:fs/promises"
import { join } from "node:path"
import type { Thresholds } from "../model/encoding.ts"
import { CounterclaimError } from "../model/error.ts"
import { sha256 } from "../model/hash.ts"

/** data/models/NAME/manifest.json: what the weights are and how they must be run. */
export type Manifest = Readonly<{
  name: string
  version: number
  /** Of model.onnx. */
  sha256: string
  bytes: number
  window: Readonly<{ size: number; stride: number }>
  /** Words below this probability of belonging to a cue keep no links. */
  floor: number
  thresholds: Thresholds
}>

/** A folder of weights, checked: manifest.json, model.onnx, vocab.txt. */
export type Weights = Readonly<{ manifest: Manifest; model: Uint8Array; vocabulary: string }>

/**
 * Read the weights of a folder.
 * Throws `model/unreadable` when a file is missing, `model/damaged` when model.onnx is not the one of the manifest.
 */
export async function readWeights(folder: string): Promise<Weights> {
  const read = (name: string) => readPart(join(folder, name))
  const [json, model, vocabulary] = await Promise.all([read("manifest.json"), read("model.onnx"), read("vocab.txt")])
  const manifest = parseManifest(json.toString("utf8"), join(folder, "manifest.json"))
  if (sha256(model) !== manifest.sha256) {
    throw new CounterclaimError({
      code: "model/damaged",
      what: "the weights are not those that the manifest names",
      where: join(folder, "model.onnx"),
      fix: "install the package again, or write the manifest of these weights",
    })
  }
  return { manifest, model, vocabulary: vocabulary.toString("utf8") }
}

async function readPart(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (cause) {
    throw new CounterclaimError({
      code: "model/unreadable",
      what: "the file of the model cannot be read",
      where: path,
      fix: "name a folder that holds manifest.json, model.onnx and vocab.txt",
      cause,
    })
  }
}

function parseManifest(json: string, where: string): Manifest {
  const manifest = parseJson(json) as Partial<Manifest>
  const lacking = Object.entries(SHAPE).find(([path, type]) => !isOf(manifest, path.split("."), type))
  if (!lacking) return manifest as Manifest
  throw new CounterclaimError({
    code: "model/manifest",
    what: `the manifest has no "${lacking[0]}" that is a ${lacking[1]}`,
    where,
    fix: "export the model again with training/",
  })
}

const SHAPE = {
  name: "string",
  version: "number",
  sha256: "string",
  "window.size": "number",
  "window.stride": "number",
  floor: "number",
  "thresholds.cue": "number",
  "thresholds.keep": "number",
  "thresholds.shown": "number",
  "thresholds.calibration": "list of numbers",
} as const

function isOf(value: unknown, path: readonly string[], type: string): boolean {
  const found = path.reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], value)
  if (type === "list of numbers") return Array.isArray(found) && found.every((each) => typeof each === "number")
  return type === typeof found
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json) ?? {}
  } catch {
    return {}
  }
}
