import assert from "node:assert/strict"
import fc from "fast-check"
import { describe, test } from "vitest"
import type { AttributionTools } from "../../../src/attribute/attribute.ts"
import { attribute } from "../../../src/attribute/attribute.ts"
import { CARRY_RULES, carry } from "../../../src/attribute/carry/carry.ts"
import { nest } from "../../../src/attribute/nest.ts"
import { toAttributionJson } from "../../../src/formats/attribution-json.ts"
import { loadActWeights } from "../../../src/lexicon/act-weights.ts"
import { loadCarry } from "../../../src/lexicon/carry.ts"
import { loadCues } from "../../../src/lexicon/cues.ts"
import type { Attribution } from "../../../src/model/attribution.ts"
import { spanText } from "../../../src/model/span.ts"
import { toText } from "../../../src/model/text.ts"
import { analysed } from "../../analyse/analysed.ts"
import { marked } from "../marked.ts"

const tools: AttributionTools = {
  thresholds: { cue: 0.5, keep: 0.3, shown: 0.9, calibration: [0.5, 1, 1, 1, 1, -1, 0, 0, 0] },
  cues: loadCues(),
  acts: loadActWeights(),
  carry: loadCarry(),
}

const read = (source: string) => {
  const { text, encoding } = marked(source)
  const found = attribute(analysed(text), encoding, tools)
  return { text: text.value, found, words: found.map(wordsOf(text.value)) }
}

const wordsOf =
  (text: string) =>
  ({ source, cue, content }: Attribution): [string | null, string | null, ...string[]] => [
    source && spanText(text, source),
    cue && spanText(text, cue),
    ...content.map((piece) => spanText(text, piece)),
  ]

describe("a quoted sentence right after an attributed one", () => {
  test("is a further piece of its content, however many follow", () => {
    const { words } = read("{content|“We knew,”} {source|Ms Roe} {cue|said}. “We told them.” “They laughed.”")
    assert.deepEqual(words, [["Ms Roe", "said", "“We knew,”", "“We told them.”", "“They laughed.”"]])
  })

  test("says so, costs some confidence and gives the attribution the id of what it now holds", () => {
    const { found } = read("{source|Ms Roe} {cue|said} {content|that they knew}. “We told them.”")
    const { found: alone } = read("{source|Ms Roe} {cue|said} {content|that they knew}.")
    assert.match(found[0]!.because.at(-1)!, /right after the attributed one/)
    assert.ok(found[0]!.confidence < alone[0]!.confidence)
    assert.notEqual(found[0]!.id, alone[0]!.id)
    assert.equal(found[0]!.quotation, "mixed")
  })

  for (const [why, source] of [
    ["is another's when a cue follows it", "{content|“A,”} {source|he} {cue|said}. “That is wrong,” the other said."],
    ["is not carried over a sentence between", "{content|“A,”} {source|he} {cue|said}. It rained. “We told them.”"],
    [
      "is not carried into the next paragraph's text",
      "{content|“A,”} {source|he} {cue|said}.\nThey met. “We told them.”",
    ],
    ["is no single word in marks", "{content|“A,”} {source|he} {cue|said}. “Progress” is the name of the ship."],
    ["is not carried where nobody is named", "It {cue|was said} {content|that they knew}. “We told them.”"],
  ] as const) {
    test(why, () => assert.equal(read(source).found[0]!.content.length, 1))
  }
})

describe("a quotation left open", () => {
  test("goes on in the next paragraph with an opening mark, as one piece of content", () => {
    const { words } = read(
      "{source|Ms Roe} {cue|said}: {content|“We knew. We told them.}\n\n“They laughed.\n\n“We left.”\n\nIt rained.",
    )
    assert.deepEqual(words, [["Ms Roe", "said", "“We knew. We told them.\n\n“They laughed.\n\n“We left.”"]])
  })
})

describe("a paragraph that is all quotation", () => {
  const FIRST = "{content|“We knew,”} {source|Ms Roe} {cue|said}."

  test("is an attribution of its own without a cue, its speaker carried over", () => {
    const { found, words } = read(`${FIRST}\n\nThe hall was cold.\n\n“Nobody told us. I left at once.”`)
    assert.deepEqual(words[1], ["Ms Roe", null, "“Nobody told us. I left at once.”"])
    assert.match(found[1]!.because[0]!, /^carried over/)
    assert.deepEqual([found[1]!.quotation, found[1]!.act, found[1]!.within], ["direct", "assert", null])
    assert.ok(found[1]!.confidence < found[0]!.confidence)
  })

  test("has no source where two people are quoted before it", () => {
    const { words } = read(
      `${FIRST.replace(/\.$/, ",")} and {content2|“we did not,”} {source2|the prefect} {cue2|answered}.\n“Nobody told us.”`,
    )
    assert.deepEqual(words[2], [null, null, "“Nobody told us.”"])
  })

  for (const [why, rest] of [
    ["that a colon introduces is left alone", "\nThe prefect was sure:\n“Nobody told us.”"],
    ["far from the one quoted is left alone", "\nIt rained.\nIt rained.\n“Nobody told us.”"],
    ["that is a heading is left alone", "\n‘Nobody told us.’"],
    ["that is not all quotation is left alone", "\n“Nobody told us,” and off they went."],
  ] as const) {
    test(why, () => assert.equal(read(FIRST + rest).found.length, 1))
  }

  test("holds the attributions that stand in it, and prints as JSON without a cue", () => {
    const { text, found } = read(
      `${FIRST}\n“I heard {source2|the mayor} {cue2|say} {content2|that it was over}. I left at once.”`,
    )
    const [, outer, inner] = found
    assert.equal(outer!.cue, null)
    assert.equal(inner!.within, outer!.id)
    assert.equal(toAttributionJson(outer!, text).cue, null)
  })
})

describe("a line that begins with its speaker", () => {
  for (const [what, source, expected] of [
    [
      "in an interview",
      "Q: Why boats?\nA: They float.",
      [
        ["Q", ":", "Why boats?"],
        ["A", ":", "They float."],
      ],
    ],
    [
      "in a transcript",
      "THE CLERK: Please rise.\nMR VANE: I would rather sit.",
      [
        ["THE CLERK", ":", "Please rise."],
        ["MR VANE", ":", "I would rather sit."],
      ],
    ],
    [
      "that comes back, and whoever answers it",
      "Dr. Roe: It swam.\nOru Vane: And then?\nDr. Roe: It sank.",
      [
        ["Dr. Roe", ":", "It swam."],
        ["Oru Vane", ":", "And then?"],
        ["Dr. Roe", ":", "It sank."],
      ],
    ],
    ["after a time of day", "It began early.\n14:05 Coach Vane: we are ready", [["Coach Vane", ":", "we are ready"]]],
    [
      "where the model took the colon for a cue and missed the name",
      "Dr. Roe{cue|:} {content|It swam}.\nDr. Roe: It sank.",
      [
        ["Dr. Roe", ":", "It swam."],
        ["Dr. Roe", ":", "It sank."],
      ],
    ],
  ] as const) {
    test(`is theirs ${what}`, () => assert.deepEqual(read(source).words, expected))
  }

  test("asks when it is a question", () => {
    assert.deepEqual(
      read("Q: Why boats?\nA: They float.").found.map(({ act }) => act),
      ["ask", "assert"],
    )
  })

  for (const text of [
    "It rained.\nThe plan: nothing.",
    "It rained.\nUPDATE: all safe.\nPHOTO: the bridge.",
    "It rained.\nRoe: 46\nVane: 51\nRoe: 12",
    "It rained.\nQ: Why boats?",
  ]) {
    test(`is no speech in ${JSON.stringify(text)}`, () => assert.deepEqual(read(text).found, []))
  }
})

describe("a headline", () => {
  for (const [text, expected] of [
    ["‘We slept in the boat’, says mayor", ["mayor", "says", "‘We slept in the boat’"]],
    ["Bridge will stay shut – ministry", ["ministry", "–", "Bridge will stay shut"]],
    ["Bridge will stay shut: harbour police\n\nIt rained.", ["harbour police", ":", "Bridge will stay shut"]],
    ["Police: Bridge will stay shut", ["Police", ":", "Bridge will stay shut"]],
  ] as const) {
    test(`names its source in ${JSON.stringify(text)}`, () => assert.deepEqual(read(text).words, [expected]))
  }

  for (const text of ["Mayor laughs, evades question", "Bridge: a history", "A long day - and a cold one"]) {
    test(`names none in ${JSON.stringify(text)}`, () => assert.deepEqual(read(text).found, []))
  }
})

describe("a post", () => {
  for (const [what, text, expected] of [
    [
      "above its account",
      "It began online.\nThe bridge is shut.\n— Oru Harbour (@oruharbour)",
      ["Oru Harbour (@oruharbour)", "—", "The bridge is shut."],
    ],
    [
      "behind its account",
      "It began online.\n@oruharbour: The bridge is shut.",
      ["@oruharbour", ":", "The bridge is shut."],
    ],
  ] as const) {
    test(`stands ${what}`, () => assert.deepEqual(read(text).words, [expected]))
  }
})

test("what a rule leaves below the threshold that keeps stays as the model had it", () => {
  const { text, encoding } = marked("{content|“We knew,”} {source|Ms Roe} {cue|said}. “We told them.”")
  const factors = new Map(CARRY_RULES.map(({ name }) => [name, 0.1]))
  const [found] = attribute(analysed(text), encoding, { ...tools, carry: { ...tools.carry, factors } })
  assert.equal(found!.content.length, 1)
})

test("every rule has its factor, and every factor its rule", () => {
  assert.deepEqual([...tools.carry.factors.keys()].sort(), CARRY_RULES.map(({ name }) => name).sort())
})

test("whatever the text, nothing throws, and every content lies in it and is not empty", () => {
  const bits = [
    "“",
    "”",
    '"',
    "'",
    "‘",
    "’",
    "''",
    "\n",
    " ",
    "A.",
    "Oru: no",
    "Q:",
    "—",
    "(@a)",
    "@a: b",
    "14:05 ",
    "said",
    "𝄞",
  ]
  const texts = fc.array(fc.oneof(fc.constantFrom(...bits), fc.string({ unit: "binary", maxLength: 4 })), {
    maxLength: 40,
  })
  fc.assert(
    fc.property(texts, (parts) => {
      const { text, encoding } = marked(
        `{source|Roe} {cue|said} {content|“A.”} ${toText(parts.join("").replace(/[{|}]/g, "")).value}`,
      )
      const found = attribute(analysed(text), encoding, tools)
      assert.equal(new Set(found.map(({ id }) => id)).size, found.length)
      for (const { content, source, cue } of found) {
        for (const { start, end } of [...content, source, cue].flatMap((span) => span ?? [])) {
          assert.ok(0 <= start && start < end && end <= text.value.length)
        }
      }
    }),
  )
})

test("ten thousand quotations, labels and a very long line are read in bounded time", () => {
  const long = [
    "“".repeat(5_000),
    "“A.” ".repeat(5_000),
    "A: b\n".repeat(5_000),
    `${"A ".repeat(200_000)}: b`,
    "“A. B.”\n".repeat(5_000),
  ]
  const first = read("{content|“A,”} {source|he} {cue|said}.").found
  const begun = performance.now()
  for (const value of long) {
    const text = toText(`${value}\n${value}`)
    nest(carry(analysed(text), first, tools))
  }
  assert.ok(performance.now() - begun < 10_000)
})

describe("a quotation right after a name and a colon", () => {
  const quotation = "“The ferry left with nobody on its upper deck.”"

  for (const [where, before, speaker] of [
    ["at the line's start", "Ayla Brenn: ", "Ayla Brenn"],
    ["after a dash", "Ferries stay - Ayla Brenn: ", "Ayla Brenn"],
    ["after from", "More from the paper from Ayla Brenn: ", "Ayla Brenn"],
  ] as const) {
    test(`is attributed to it ${where}`, () => {
      const { words } = read(`It rained all day.\n${before}${quotation} The rest is here.`)
      assert.deepEqual(words, [[speaker, ":", quotation]])
    })
  }

  for (const [why, line] of [
    ["a title", "Ayla Brenn: “Upper Deck”, at the Odeon."],
    ["a word that is no name", `She has one line: ${quotation} The rest is here.`],
    ["what stands within a sentence", `They had met Ayla Brenn: ${quotation} The rest is here.`],
  ] as const) {
    test(`is none where there is but ${why}`, () => {
      assert.deepEqual(read(`It rained all day.\n${line}`).words, [])
    })
  }
})
