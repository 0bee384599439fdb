import assert from "node:assert/strict"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { test } from "vitest"
import { readCheckedClaims, readGoldPosts } from "../../../eval/claims/read-gold-claims.ts"
import { scoreHits } from "../../../eval/claims/score-claims.ts"

const claims = [
  { title: "Bridge", fact: "The bridge fell." },
  { title: "Mill", fact: "The mill burnt." },
  { title: "Bridge again", fact: "The bridge fell." },
]
const post = { post: "it fell", fact: "The bridge fell." }

test("a claim of the same words is as good, one that never comes is no hit", () => {
  const order = (...places: number[]) => () => places.map((claim) => ({ claim })) // biome-ignore format: one line
  assert.equal(scoreHits([post], claims, order(2, 1))["hit@1"], 1)
  assert.equal(scoreHits([post], claims, order(1, 0))["hit@1"], 0)
  assert.equal(scoreHits([post], claims, order(1, 0))["hit@5"], 1)
  assert.equal(scoreHits([post], claims, order(1))["hit@5"], 0)
})

test("claims and posts are quoted as in CSV", () => {
  const folder = mkdtempSync(join(tmpdir(), "claims-"))
  try {
    writeFileSync(join(folder, "claims"), 'title\tfact\n"A ""mill""\nburns"\tIt burns. \n')
    writeFileSync(join(folder, "posts"), 'claim\tfact\n"it ""burns"""\tIt burns.\nmore\tIt burns.\n')
    assert.deepEqual(readCheckedClaims(join(folder, "claims")), [{ title: 'A "mill"\nburns', fact: "It burns." }])
    assert.deepEqual(readGoldPosts(join(folder, "posts"), 1), [{ post: 'it "burns"', fact: "It burns." }])
    writeFileSync(join(folder, "posts"), "claim\tfact\n")
    assert.throws(() => readGoldPosts(join(folder, "posts"), 1), { code: "eval/no-gold" })
  } finally {
    rmSync(folder, { recursive: true })
  }
})
