import assert from "node:assert/strict"
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { test } from "vitest"
import { readGoldStories } from "../../../eval/stories/read-gold-stories.ts"
import { storiesByFolds } from "../../../eval/stories/stories-by-folds.ts"

test("topics that are held out are left out", () => {
  const folder = mkdtempSync(join(tmpdir(), "stories-"))
  try {
    for (const event of ["35ecb", "36ecb", "45ecbplus"]) {
      mkdirSync(join(folder, event))
      writeFileSync(join(folder, event, `${event}-a.json`), JSON.stringify({ title: "Mill burns", text: "It did." }))
    }
    const articles = readGoldStories(folder)
    assert.deepEqual(articles, [{ name: "35ecb-a", title: "Mill burns", body: "It did.\n", published: null, event: "35ecb", topic: 35 }]) // biome-ignore format: one record
    rmSync(join(folder, "35ecb"), { recursive: true })
    assert.throws(() => readGoldStories(folder), { code: "eval/no-gold" })
  } finally {
    rmSync(folder, { recursive: true })
  }
})

const topics = [1, 2, 3, 4, 5, 6]
const article = (topic: number, event: string) => ({ name: "", title: "", body: "", published: null, event, topic })
const three = (topic: number) => [article(topic, `${topic}a`), article(topic, `${topic}a`), article(topic, `${topic}b`)] // biome-ignore format: one line
const articles = topics.flatMap(three)

/** The three pairs of each topic's articles, of which the first is of one event. */
const pairsWith = (features: (topic: number, same: boolean) => number[]) =>
  topics.flatMap((topic, at) => [
    { left: 3 * at, right: 3 * at + 1, features: features(topic, true) },
    { left: 3 * at, right: 3 * at + 2, features: features(topic, false) },
    { left: 3 * at + 1, right: 3 * at + 2, features: features(topic, false) },
  ])
const storiesOf = (pairs: ReturnType<typeof pairsWith>, copies: [number, number][] = []) =>
  storiesByFolds(articles, { whole: { pairs, copies }, samples: [] }, 0)

test("what tells events apart in other topics does so in each", () => {
  const stories = storiesOf(pairsWith((_, same) => [Number(same)]))
  for (const [at] of topics.entries()) {
    assert.equal(stories[3 * at], stories[3 * at + 1])
    assert.notEqual(stories[3 * at], stories[3 * at + 2])
  }
})

test("what only its own labels tell of a topic is not known in it", () => {
  const stories = storiesOf(pairsWith((topic, same) => topics.map((other) => Number(same && other === topic))))
  for (const [at] of topics.entries()) {
    assert.equal(stories[3 * at] === stories[3 * at + 1], stories[3 * at + 1] === stories[3 * at + 2])
  }
})

test("a copy goes with what it copies", () => {
  const stories = storiesOf(
    pairsWith((_, same) => [Number(same)]),
    [[0, 2]],
  )
  assert.equal(stories[2], stories[0])
})
