import assert from "node:assert/strict"
import fc from "fast-check"
import { describe, test } from "vitest"
import { analyse } from "../../src/analyse/analyse.ts"
import { loadAbbreviations } from "../../src/lexicon/abbreviations.ts"
import { loadQuantities } from "../../src/lexicon/quantities.ts"
import type { Analysis } from "../../src/model/analysis.ts"
import type { Attribution } from "../../src/model/attribution.ts"
import type { Encoding } from "../../src/model/encoding.ts"
import type { Figure } from "../../src/model/figure.ts"
import { toText } from "../../src/model/text.ts"
import { findFigures, type Surroundings } from "../../src/quantify/find-figures.ts"

const LEXICON = loadQuantities()
const ABBREVIATIONS = loadAbbreviations()
const ALONE: Surroundings = { attributions: [], times: [], places: [] }

const analysed = (text: string): Analysis =>
  analyse(toText(text), { words: [], names: null } as unknown as Encoding, ABBREVIATIONS)

const figuresOf = (text: string, surroundings: Surroundings = ALONE): Figure[] =>
  findFigures(analysed(text), surroundings, LEXICON)

/** "More than 70 | killed | 71.. | villagers" for each figure. */
const told = (text: string): string[] =>
  figuresOf(text).map(
    ({ start, end, measure, low, high, about, of }) =>
      `${text.slice(start, end)} | ${measure} | ${about ? "~" : ""}${low ?? ""}..${high ?? ""} | ${of}`,
  )

describe("bounds", () => {
  const CASES: readonly (readonly [text: string, bounds: string])[] = [
    ["More than 70 villagers died.", "71.."],
    ["At least two villagers died.", "2.."],
    ["As many as 70 villagers died.", "..70"],
    ["Fewer than 70 villagers died.", "..69"],
    ["Some 70 villagers died.", "~70..70"],
    ["Between 15,000 and 16,000 villagers died.", "15000..16000"],
    ["Two or three villagers died.", "2..3"],
    ["20-30 villagers died.", "20..30"],
    ["Dozens of villagers died.", "24.."],
    ["A handful of villagers died.", "3..9"],
    ["Several hundred villagers died.", "300.."],
    ["Two hundred and fifty-one villagers died.", "251..251"],
    ["Half a million villagers died.", "500000..500000"],
    ["1.5 million villagers died.", "1500000..1500000"],
    ["3 , 450 villagers died.", "3450..3450"],
    ["1,50,000 villagers died.", "150000..150000"],
    ["No villagers died.", "0..0"],
    ["A quarter of a million villagers died.", "250000..250000"],
  ]
  for (const [text, bounds] of CASES) {
    test(text, () => {
      const [figure, ...more] = told(text)
      assert.deepEqual(more, [])
      assert.equal(figure?.split(" | ")[1], "killed")
      assert.equal(figure?.split(" | ")[2], bounds)
    })
  }

  const MEASURED: readonly (readonly [text: string, told: string])[] = [
    ["The lake fell to -12 degrees.", "rate -12..-12"],
    ["She ran for - 2 yards.", "distance -2..-2"],
    ["He is 5 - foot - 6 and thin.", "distance 5.5..5.5"],
    ["The lorry lost half a tonne of gravel.", "mass 0.5..0.5"],
    ["They sold it for more than 2 million pounds.", "money 2000000.."],
    ["The stone weighs 200 pounds.", "mass 200..200"],
  ]
  for (const [text, expected] of MEASURED) {
    test(text, () => {
      const [figure] = told(text)
      const [, measure, bounds] = (figure ?? "").split(" | ")
      assert.equal(`${measure} ${bounds}`, expected)
    })
  }

  test("losing soldiers is to have them killed", () => {
    assert.deepEqual(told("The brigade lost 15,000 soldiers in a year."), ["15,000 | killed | 15000..15000 | soldiers"])
  })

  test("people who are destroyed are killed, and houses are not", () => {
    assert.deepEqual(told("More than 40 militants have been destroyed."), ["More than 40 | killed | 41.. | militants"])
    assert.deepEqual(told("They destroyed 40 houses."), ["40 | destroyed | 40..40 | houses"])
  })

  test("whose they are comes before what is counted, and an aside before what is said of it", () => {
    assert.deepEqual(told("Two of Osmer's boats were sunk."), ["Two | destroyed | 2..2 | Osmer's boats"])
    const aside = "3,000 of Kestrel’s fighters, mostly farmhands hired in spring to hold the dam, had been killed."
    assert.deepEqual(told(aside), ["3,000 | killed | 3000..3000 | Kestrel’s fighters"])
  })

  test("the calibre of one weapon counts nothing", () => {
    assert.deepEqual(told("He drew a 357 revolver."), [])
  })

  test("a distance has no next number above", () =>
    assert.deepEqual(told("The raft drifted more than 5 km."), ["more than 5 | distance | 5.. | km"]))

  test("an amount keeps its currency and its scale", () => {
    assert.deepEqual(told("The weir cost $3bn."), ["$3bn | money | 3000000000..3000000000 | dollars"])
    assert.deepEqual(told("The weir cost $3 to $4 million."), ["$3 to $4 million | money | 3000000..4000000 | dollars"])
  })

  test("a share is in percent points", () =>
    assert.deepEqual(told("A third of the barns were lost."), ["A third | share | 33.33..33.33 | barns"]))
})

describe("the number of those counted, with other words before its verb", () => {
  const CASES: readonly (readonly [text: string, figure: string])[] = [
    [
      "The number of people killed in a fire at a textile works in Brannick has risen to 19.",
      "19 | killed | 19..19 | people",
    ],
    [
      "The number of homes destroyed by the storm along the Tolle now stands at 310.",
      "310 | destroyed | 310..310 | homes",
    ],
    [
      "The number of miners who have died since the gallery fell in has reached at least 12.",
      "at least 12 | killed | 12.. | miners",
    ],
    ["The number of arrests at the harbour climbed to 30.", "30 | arrested | 30..30 | arrests"],
    ["The number of people hurt in the crush, most of them pupils, rose to 45.", "45 | wounded | 45..45 | people"],
    ["The number of schools in the Tolle valley rose to 41.", "41 | count | 41..41 | schools"],
  ]
  for (const [text, figure] of CASES) test(text, () => assert.deepEqual(told(text), [figure]))

  test("is not the number that something else reached", () => {
    const [figure] = told("Of the number of homes destroyed, the mayor said nothing; his wage rose to 900.")
    assert.notEqual(figure, "900 | destroyed | 900..900 | homes")
  })
})

describe("measures", () => {
  const CASES: readonly (readonly [text: string, figures: readonly string[]])[] = [
    ["The blast killed 12 and wounded 30.", ["12 killed", "30 wounded"]],
    ["Twelve dead, 30 others wounded.", ["Twelve killed", "30 wounded"]],
    ["The slide buried the inn, killing at least 12 guests.", ["at least 12 killed"]],
    ["Three boatmen and four clerks were killed.", ["Three killed", "four killed"]],
    ["The patrol seized two boats, a flag and three rifles.", ["two seized", "three seized"]],
    ["Four gunmen killed 12 pilgrims.", ["Four present", "12 killed"]],
    ["The death toll rose to 46.", ["46 killed"]],
    ["Nine looters were taken into custody.", ["Nine arrested"]],
    ["More than 2,000 residents fled the town.", ["More than 2,000 displaced"]],
    ["Rescuers pulled 14 survivors from the silt.", ["14 rescued"]],
    ["Six rowers are still missing.", ["Six missing"]],
    ["The barge was carrying 30 passengers.", ["30 present"]],
    ["About 300 homes were damaged and 12 bridges collapsed.", ["About 300 damaged", "12 destroyed"]],
    ["The post fired 11 rounds.", ["11 fired"]],
    ["A 6.1-magnitude quake shook the coast.", ["6.1 magnitude"]],
    ["A clerk was killed and a soldier was wounded.", ["A clerk killed", "a soldier wounded"]],
    ["There were no casualties, and nobody was hurt.", ["no casualties", "nobody wounded"]],
  ]
  for (const [text, figures] of CASES) {
    test(text, () => {
      const found = figuresOf(text).map(({ start, end, measure }) => `${text.slice(start, end)} ${measure}`)
      assert.deepEqual(found, figures)
    })
  }
})

describe("what is no figure", () => {
  const TEXTS = [
    "It began on 15 May 2011 at 8:30 p.m. and lasted three days.",
    "In 2011 the 34-year-old moved out.",
    "Orla Venn, 34, said nothing.",
    "He was 95.",
    "Flight 370 left from gate 12.",
    "An AK-47 lay there.",
    "She lives at 180 Long Street.",
    "Quill won 31-24.",
    "One of them, the one with the lamp, waved at one another.",
    "They had no doubt and no idea.",
    "It rained in the 1990s.",
    "Call 555-0100.",
    "The No. 5 seed lost.",
  ]
  for (const text of TEXTS) test(text, () => assert.deepEqual(told(text), []))

  test("the dead may be counted at a number, which is no age then", () => {
    assert.deepEqual(told("The union put the number of dead at 26."), ["26 | killed | 26..26 | null"])
    assert.deepEqual(told("The union counts the dead at 26."), ["26 | killed | 26..26 | null"])
    assert.deepEqual(told("The singer was found dead at 26."), [])
  })
})

describe("what stands between figures", () => {
  test("a part names its whole and takes its measure", () => {
    const [whole, part] = figuresOf("Twelve pilgrims were killed, including 3 children.")
    assert.equal(part?.partOf, whole?.id)
    assert.equal(part?.measure, "killed")
    assert.equal(part?.status, "civilian")
    assert.equal(whole?.partOf, null)
  })

  test("the same number repeats the bounds of the figure before it", () => {
    const [first, same] = figuresOf("Tolvey arrested between 15 and 16 netsmen, and Merrisk arrested the same number.")
    assert.equal(same?.sameAs, first?.id)
    assert.deepEqual([same?.low, same?.high, same?.measure], [15, 16, "arrested"])
  })

  test("a bare number counts what was counted before it", () => {
    const figures = figuresOf("Forty netsmen set out. Two were killed.")
    assert.equal(figures[1]?.of, "netsmen")
  })

  test("an adverb before “of” names nothing that is counted", () =>
    assert.deepEqual(told("The ministry spoke first of 40 raiders killed, and later of 28."), [
      "40 | killed | 40..40 | raiders",
      "28 | killed | 28..28 | raiders",
    ]))

  test("soldiers are combatants, and nobody's side is guessed", () => {
    const [figure] = figuresOf("Nine soldiers were killed in the past 24 hours.")
    assert.deepEqual([figure?.status, figure?.side, figure?.period], ["combatant", null, "day"])
  })
})

describe("ties", () => {
  const text = "Police said 12 netsmen drowned on Sunday."
  const content = { start: 12, end: 40 }
  const attribution: Attribution = {
    id: "a1", source: { start: 0, end: 6 }, cue: { start: 7, end: 11 }, content: [content], quotation: "indirect",
    act: "assert", within: null, speaker: null, onBehalfOf: null, confidence: 0.9, shown: true, because: [],
  } // biome-ignore format: one record

  test("a figure belongs to the innermost attribution that holds it", () => {
    const inner: Attribution = { ...attribution, id: "a2", content: [{ start: 12, end: 30 }], within: "a1" }
    assert.equal(figuresOf(text, { ...ALONE, attributions: [attribution, inner] })[0]?.attribution, "a2")
    assert.equal(figuresOf(text)[0]?.attribution, null)
  })

  test("words that name nobody hold no figure", () => {
    const hearsay: Attribution = { ...attribution, source: null }
    assert.equal(figuresOf(text, { ...ALONE, attributions: [hearsay] })[0]?.attribution, null)
  })

  test("the time that it holds for is the nearest of its sentence", () => {
    const time = { start: 31, end: 40, value: "2023-05-21", type: "DATE", precision: "day", because: [] } as const
    const [figure] = figuresOf(text, { ...ALONE, times: [time] })
    assert.deepEqual([figure?.asOf, figure?.meant], [{ start: 31, end: 40 }, "2023-05-21"])
    assert.equal(figuresOf(text)[0]?.meant, null)
    assert.equal(text.slice(figuresOf(text)[0]?.asOf?.start, figuresOf(text)[0]?.asOf?.end), "on Sunday")
  })
})

describe("numbers that cannot be told", () => {
  test("1,5 is one and a half only before a unit", () => {
    assert.deepEqual(told("They rowed 1,5 km."), ["1,5 | distance | 1.5..1.5 | km"])
    assert.deepEqual(told("They rowed 1.5 km."), ["1.5 | distance | 1.5..1.5 | km"])
    assert.deepEqual(told("They saw 1,5 boats."), [])
  })

  test("a number of 400 digits is no figure", () => assert.deepEqual(told(`They saw ${"7".repeat(400)} boats.`), []))

  test("nothing throws, spans lie in their order in the text and bounds do not cross", () => {
    const word = fc.constantFrom(
      "more", "than", "at", "least", "between", "and", "12", "3,000", "1,5", "-", "to", "dozens", "of", "a", "no", "one",
      "killed", "were", "people", "$", "%", "km", "half", "third", "the", "same", "number", ",", ".", "including", "(", ")",
      "million", "hundred", "or", "9".repeat(400), "١٢", "🜚", "\u202e", "x",
    ) // biome-ignore format: one list
    const texts = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.array(word, { maxLength: 30 }).map((words) => words.join(" ")),
    )
    fc.assert(
      fc.property(texts, (value) => {
        let last = 0
        for (const { start, end, low, high } of figuresOf(value)) {
          assert.ok(last <= start && start < end && end <= value.length)
          assert.ok(low === null || high === null || low <= high)
          assert.ok((low === null || Number.isFinite(low)) && (high === null || Number.isFinite(high)))
          last = end
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe("ends, rates and sums without a noun", () => {
  const CASES: readonly (readonly [text: string, told: string])[] = [
    ["Two guards were kicked to death.", "Two | killed | 2..2 | guards"],
    ["Around 20 guests had to be ushered to safety.", "Around 20 | rescued | ~20..20 | guests"],
    ["They will lend 22.4bn to Veldia.", "22.4bn | money | 22400000000..22400000000 | null"],
  ]
  for (const [text, expected] of CASES) test(text, () => assert.deepEqual(told(text), [expected]))

  test("so much a minute is a rate", () => {
    const [figure] = figuresOf("About 5,000 gallons of water a minute was poured on it.")
    assert.equal(figure?.measure, "rate")
  })
})
