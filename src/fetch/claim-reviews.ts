import { Buffer } from "node:buffer"
import { resolve } from "node:path"
import { toSnapshot } from "../model/snapshot.ts"
import { pathFailure } from "./failure.ts"
import { readInputFile } from "./file.ts"
import type { Input, InputFailure } from "./inputs.ts"

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

/** Files that may hold fact-checks, one or a feed of them. */
export const mayHoldReviews = (file: string): boolean => /\.json(?:ld)?$/i.test(file)

/**
 * The fact-checks (schema.org ClaimReview) in a file of JSON, however they are wrapped: a list, a graph, a feed. An input's
 * `file` is the file's name, "#" and its number from 1. A file without one gives one input, the file itself. Does not throw.
 */
export async function* reviewsIn(file: string, now: () => Date): AsyncGenerator<Input | InputFailure> {
  const path = resolve(file)
  try {
    const snapshot = await readInputFile(file, path, now)
    const reviews = findReviews(parsed(Buffer.from(snapshot.bytes).toString("utf8")))
    if (reviews.length === 0) yield { file, place: path, read: async () => snapshot }
    for (const [index, review] of reviews.entries()) {
      const name = `${file}#${index + 1}`
      const bytes = Buffer.from(JSON.stringify(review))
      const headers = { "content-type": "application/ld+json; charset=utf-8" }
      const read = async () => toSnapshot({ bytes, url: snapshot.url, headers, fetched: snapshot.fetched })
      yield { file: name, place: `${path}#${index + 1}`, part: true, share: (index + 1) / reviews.length, read }
    }
  } catch (error) {
    yield { file, error: pathFailure(file, error) }
  }
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, "")) as Json
  } catch {
    return null
  }
}

/** In the order of the file; no recursion, so that no depth breaks it. */
function findReviews(root: Json): Json[] {
  const found: Json[] = []
  const waiting: Json[] = [root]
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (Array.isArray(value)) waiting.push(...[...value].reverse())
    else if (value !== null && typeof value === "object") {
      if ([value["@type"]].flat().includes("ClaimReview")) found.push(value)
      else waiting.push(...Object.values(value).reverse())
    }
  }
  return found
}
