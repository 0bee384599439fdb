import assert from "node:assert/strict"
import { test } from "vitest"
import { openWordNumbers } from "../../../src/reconcile/stories/numbered-words.ts"
import { storyWords } from "../../../src/reconcile/stories/story-words.ts"

const open = () => openWordNumbers({ articles: 10, of: new Map([["harbour", 4]]) })
const wordsOf = (body: string) => storyWords({ title: "", body })

test("words that no article held has are let go, and words to come take their numbers", () => {
  const numbers = open()
  const held = numbers.number(wordsOf("the harbour at Pellmouth"))
  const other = numbers.number(wordsOf("a quay at Wexmoor"))
  const size = numbers.size
  const gone = numbers.letGo([held])
  assert.deepEqual(
    [...gone].sort(),
    [...other.body.words].filter((word) => !held.body.words.includes(word)),
  )
  const fresh = numbers.number(wordsOf("Ostrey fair"))
  assert.equal(numbers.size, size)
  assert.deepEqual([...fresh.body.words].map(numbers.wordOf).sort(), ["fair", "ostrey"])
})

test("words that are held and those of the background keep their numbers, however they are printed", () => {
  const numbers = open()
  const held = numbers.number(wordsOf("Pellmouth ferries"))
  numbers.number(wordsOf("a passing word"))
  numbers.letGo([held])
  assert.deepEqual(numbers.letGo([held]), [])
  assert.deepEqual(numbers.number(wordsOf("pellmouth FERRIES")).body.words, held.body.words)
  assert.equal(numbers.inBackground(numbers.number(wordsOf("Harbour")).body.words[0]!), 4)
})
