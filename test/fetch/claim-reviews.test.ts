import assert from "node:assert/strict"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, test } from "vitest"
import { findInputs } from "../../src/fetch/inputs.ts"

let folder = ""
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "reviews-"))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const review = (claimReviewed: string) => ({ "@type": "ClaimReview", claimReviewed })

/** Names behind the folder, and the claims that were found. */
async function claimsIn(name: string, content: unknown) {
  const file = join(folder, name)
  await writeFile(file, typeof content === "string" ? content : JSON.stringify(content))
  const found: [string, string][] = []
  const options = {
    stdin: process.stdin,
    fetchPage: () => Promise.reject(new Error("no network")),
    now: () => new Date(0),
  }
  for await (const input of findInputs([file], options)) {
    if (!("read" in input)) throw input.error
    const { bytes } = await input.read()
    const text = Buffer.from(bytes).toString()
    found.push([input.file.slice(folder.length + 1), /"claimReviewed":"([^"]*)"/.exec(text)?.[1] ?? text])
  }
  return found
}

test("each fact-check of a feed, a graph or a list is an input of its own, in the file's order", async () => {
  const [one, two, three] = ["One", "Two", "Three"].map(review)
  const feed = {
    "@type": "DataFeed",
    dataFeedElement: [{ "@type": "DataFeedItem", item: [one, two] }, { item: [three] }],
  }
  assert.deepEqual(await claimsIn("feed.json", feed), [
    ["feed.json#1", "One"],
    ["feed.json#2", "Two"],
    ["feed.json#3", "Three"],
  ])
  assert.deepEqual(await claimsIn("graph.jsonld", { "@graph": [{ "@type": "WebPage" }, two] }), [
    ["graph.jsonld#1", "Two"],
  ])
  assert.equal((await claimsIn("list.json", [one, two, three])).length, 3)
})

test("a file without one, and one that is no JSON, is read as it is", async () => {
  assert.deepEqual(await claimsIn("item.json", { uri: "urn:lamp:1" }), [["item.json", '{"uri":"urn:lamp:1"}']])
  assert.deepEqual(await claimsIn("broken.json", "{"), [["broken.json", "{"]])
})

test("a file nested five thousand deep breaks nothing", async () => {
  const deep = `${"[".repeat(5000)}${JSON.stringify(review("Deep"))}${"]".repeat(5000)}`
  assert.deepEqual(await claimsIn("deep.json", deep), [["deep.json#1", "Deep"]])
})
