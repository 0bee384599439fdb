import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import { loadStoryWeights } from "../../../src/lexicon/story-weights.ts"
import { loadWordCounts } from "../../../src/lexicon/word-counts.ts"
import { parseDate } from "../../../src/model/date.ts"
import type { StoryDocument } from "../../../src/reconcile/stories/story-article.ts"
import { openStoryIndex, type StoryIndex } from "../../../src/reconcile/stories/story-index.ts"
import type { StoryJudgement } from "../../../src/reconcile/stories/story-judgements.ts"

const tools = { background: loadWordCounts(), weights: loadStoryWeights() }
const open = (judgements: readonly StoryJudgement[] = []) => openStoryIndex(tools, judgements)

const PLACES = ["Glasswick", "Pellmouth", "Wexmoor", "Tarnholm", "Ostrey", "Quillhaven"]
const NAMES = ["Ottoline Brandreth", "Leopold Varga", "Amabel Stroud", "Casimir Thole", "Ines Harrow", "Piet Rusk"]
const THINGS = [
  "ferry Marigold sank",
  "granary burned down",
  "council fell",
  "bridge collapsed",
  "strike began",
  "vault was robbed",
]

const dayFrom = (day: number): string => new Date(Date.UTC(2031, 0, 1 + day)).toISOString().slice(0, 10)

/** The n-th report of an event: what happened, where and who said so stay; the rest changes. */
function report(event: number, telling: number, day: number | null): StoryDocument {
  const [place, name, thing] = [PLACES[event % 6]!, NAMES[(event * 5) % 6]!, THINGS[event % 6]!]
  const number = 11 + event * 7
  const title = [`${thing} at ${place}`, `${number} missing in ${place}`, `${name} on the ${place} disaster`][
    telling % 3
  ]!
  const body = `The ${thing} at ${place} as ${name} told reporters, with ${number} people missing near the ${place} quay number ${event}. ${["Rescuers searched on through the night.", "Families waited for news in the cold.", "An inquiry will be held, officials promised."][telling % 3]}`
  return { title, body, published: day === null ? null : parseDate(dayFrom(day)) }
}

type Given = Readonly<{ id: string; document: StoryDocument }>
const MANY: readonly Given[] = Array.from({ length: 36 }, (_, n) => {
  const event = n % 9
  return {
    id: `d${n}`,
    document: report(event, Math.floor(n / 9), n % 11 === 10 ? null : event * 9 + Math.floor(n / 9)),
  }
})
const filled = (given: readonly Given[], index: StoryIndex = open()): StoryIndex => {
  for (const { id, document } of given) assert.ok(index.add(id, document))
  return index
}
const sorted = (stories: readonly (readonly string[])[]) => stories.map((ids) => ids.join()).sort()

test("gives the same stories whether asked in between or once, in whatever order documents come", () => {
  const expected = sorted(filled(MANY).stories())
  assert.ok(expected.length > 5 && expected.length < 30, `${expected.length} stories`)
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...MANY], { minLength: MANY.length }),
      fc.array(fc.nat(MANY.length - 1), { maxLength: 4 }),
      (shuffled, stops) => {
        const index = open()
        for (const [at, { id, document }] of shuffled.entries()) {
          index.add(id, document)
          if (stops.includes(at)) index.stories()
        }
        assert.deepEqual(sorted(index.stories()), expected)
      },
    ),
    { numRuns: 25 },
  )
})

test("settles by date what no later document can touch, with the same stories as all at once", () => {
  const byDate = [...MANY].sort((a, b) =>
    (a.document.published?.value ?? "") < (b.document.published?.value ?? "") ? -1 : 1,
  )
  const dated = byDate.filter(({ document }) => document.published)
  const late = Array.from({ length: 4 }, (_, n) => ({ id: `late${n}`, document: report(n, n, 200 + 20 * n) }))
  const index = open()
  const settled: (readonly string[])[] = []
  for (const { id, document } of [...dated, ...late]) {
    assert.ok(index.add(id, document))
    settled.push(...index.settle())
  }
  assert.ok(settled.length > 5)
  assert.deepEqual(sorted([...settled, ...index.stories()]), sorted(filled([...dated, ...late]).stories()))
  assert.equal(index.add("too late", report(0, 0, 3)), false)
})

/** Numbers from 0 to 1, always the same. */
function drawn(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** Half a year of reports, each of an event of the last days or a new one, of few kinds whose words come again. */
function halfYear(seed: number): Given[] {
  const draw = drawn(seed)
  const pick = (many: number): number => Math.floor(draw() * many)
  const given: Given[] = []
  const eventOf: number[] = []
  for (let n = 0; n < 360; n++) {
    const event = n > 0 && draw() < 0.6 ? eventOf[Math.max(0, n - 1 - pick(12))]! : n
    eventOf.push(event)
    const words = Array.from({ length: 60 }, (_, at) =>
      at % 6 === 0
        ? `Name${event * 4 + pick(4)}`
        : at % 2 === 0
          ? `kind${(event % 4) * 20 + pick(20)}`
          : `word${pick(90)}`,
    )
    const document = {
      title: `On name${event}`,
      body: words.join(" "),
      published: parseDate(dayFrom(Math.floor(n / 2))),
    }
    given.push({ id: `m${n}`, document })
  }
  return given
}

test("settles month after month what is found all at once, look-alikes and stories over the ends of stretches included", () => {
  for (const seed of [1, 2, 3]) {
    const given = halfYear(seed)
    const index = open()
    const settled: (readonly string[])[] = []
    for (const { id, document } of given) {
      assert.ok(index.add(id, document))
      settled.push(...index.settle())
    }
    assert.ok(settled.length > 5, `${settled.length} settled`)
    assert.deepEqual(sorted([...settled, ...index.stories()]), sorted(filled(given).stories()))
  }
})

test("puts together and holds apart what people judge, whatever the words say", () => {
  const [one, two, other] = [report(0, 0, 1), report(0, 1, 1), report(1, 0, 90)]
  const given = [{ id: "one", document: one }, { id: "two", document: two }, { id: "other", document: other }] // biome-ignore format: one list
  const judged = (...judgements: StoryJudgement[]) => sorted(filled(given, open(judgements)).stories())
  assert.deepEqual(judged(), ["one,two", "other"])
  assert.deepEqual(judged({ left: "one", right: "two", same: false }), ["one", "other", "two"])
  assert.ok(
    judged({ left: "other", right: "two", same: true }).some((ids) => ids.includes("other") && ids.includes("two")),
  )
  const back = { left: "one", right: "two", same: true }
  assert.deepEqual(judged({ left: "two", right: "one", same: false }, back), ["one,two", "other"])
})

test("a copy to the letter can be held apart too", () => {
  const document = report(2, 0, 5)
  const index = open([{ left: "a", right: "b", same: false }])
  for (const id of ["a", "b", "c"]) index.add(id, document)
  const stories = index.stories()
  assert.ok(!stories.some((ids) => ids.includes("a") && ids.includes("b")))
})

test("one text printed by a thousand outlets over a week is one story, settled whole", () => {
  const index = open()
  const given = Array.from({ length: 1000 }, (_, n) => ({ id: `o${n}`, document: report(3, 0, n % 7) }))
  for (const { id, document } of [...given, { id: "late", document: report(4, 0, 200) }])
    assert.ok(index.add(id, document))
  assert.deepEqual(index.settle(), [given.map(({ id }) => id).sort()])
  assert.deepEqual(index.stories(), [["late"]])
})
