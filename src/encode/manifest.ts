import { readFile } from "node:fs/promises"
import { join } from "node:path"
import type { Thresholds } from "../model/encoding.ts"
import { CounterclaimError } from "../model/error.ts"
import { sha256 } from "../model/hash.ts"

/** data/models/NAME/manifest.json: what the weights are. */
export type Stamp = Readonly<{
  name: string
  version: number
  /** Of model.onnx. */
  sha256: string
  bytes: number
}>

/** That of the weights that find attributions: how they must be run, too. */
export type Manifest = Stamp &
  Readonly<{
    window: Readonly<{ size: number; stride: number }>
    /** Words below this probability of belonging to a cue keep no links. */
    floor: number
    thresholds: Thresholds
  }>

/** The manifests of the kinds of weights. */
export type Manifests = Readonly<{ attributions: Manifest; acts: Stamp }>

/** A folder of weights, checked: manifest.json, model.onnx, vocab.txt. */
export type Weights<M extends Stamp> = Readonly<{ manifest: M; model: Uint8Array; vocabulary: string }>

/**
 * Read the weights of a folder, whose manifest has what its kind must have.
 * Throws `model/unreadable` when a file is missing, `model/damaged` when model.onnx is not the one of the manifest.
 */
export async function readWeights<Kind extends keyof Manifests>(
  folder: string,
  kind: Kind,
): Promise<Weights<Manifests[Kind]>> {
  const read = (name: string) => readPart(join(folder, name))
  const [json, model, vocabulary] = await Promise.all([read("manifest.json"), read("model.onnx"), read("vocab.txt")])
  const manifest = parseManifest(json.toString("utf8"), kind, join(folder, "manifest.json"))
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

function parseManifest<Kind extends keyof Manifests>(json: string, kind: Kind, where: string): Manifests[Kind] {
  const manifest = parseJson(json) as Partial<Manifests[Kind]>
  const lacking = Object.entries(SHAPES[kind]).find(([path, type]) => !isOf(manifest, path.split("."), type))
  if (!lacking) return manifest as Manifests[Kind]
  throw new CounterclaimError({
    code: "model/manifest",
    what: `the manifest has no "${lacking[0]}" that is a ${lacking[1]}`,
    where,
    fix: "export the model again with training/",
  })
}

const STAMP = { name: "string", version: "number", sha256: "string" } as const

/** What manifests must have: the type of what stands at each path of names. */
const SHAPES = {
  acts: STAMP,
  attributions: {
    ...STAMP,
    "window.size": "number",
    "window.stride": "number",
    floor: "number",
    "thresholds.cue": "number",
    "thresholds.keep": "number",
    "thresholds.shown": "number",
    "thresholds.calibration": "list of numbers",
  },
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
