import assert from "node:assert/strict"
import fc from "fast-check"
import { describe, test } from "vitest"
import type { AttributionTools } from "../../src/attribute/attribute.ts"
import { attribute } from "../../src/attribute/attribute.ts"
import { loadActWeights } from "../../src/lexicon/act-weights.ts"
import { loadCarry } from "../../src/lexicon/carry.ts"
import { loadCues } from "../../src/lexicon/cues.ts"
import type { Attribution } from "../../src/model/attribution.ts"
import { toText } from "../../src/model/text.ts"
import { analysed } from "../analyse/analysed.ts"
import type { Expected } from "./marked.ts"
import { marked } from "./marked.ts"

const tools: AttributionTools = {
  thresholds: {
    cue: 0.5,
    keep: 0.2,
    shown: 0.8,
    calibration: [0.5, 1, 1, 1, 1, -1, 0, 0, 0],
    inner: { keep: 0.3, shown: 0.9, calibration: [0, 0, 0, 0, 0, 0, 0, 0, 0.5] },
  },
  cues: loadCues(),
  acts: loadActWeights(),
  carry: loadCarry(),
}

const read = (source: string, innerFrom?: number) => {
  const { text, expected, encoding } = marked(source, innerFrom)
  return { text: text.value, expected, found: attribute(analysed(text), encoding, tools) }
}

const spansOf = ({ source, cue, content }: Attribution): Expected => ({
  source: source ? [source] : [],
  cue: cue ? [cue] : [],
  content: [...content],
})

describe("an attribution", () => {
  for (const [what, source] of [
    ["in plain order", "{source|Ms Roe} {cue|said} {content|that the bridge would open on Friday}."],
    [
      "joins the two halves of a quotation that the cue interrupts",
      "{content|“We knew,”} {source|Ms Roe} {cue|said}, {content|“for a year.”}",
    ],
    ["of a cue of several words", "{source|The office} {cue|has refused to comment on} {content|the shelling of Oru}."],
    ["at the text's very edges", "{content|Nobody was hurt}, {cue|according to} {source|the clinic}"],
    ["without a source", "It {cue|was reported} {content|that two barges had sunk}."],
  ] as const) {
    test(`${what} comes out as it is marked`, () => {
      const { expected, found } = read(source)
      assert.deepEqual(found.map(spansOf), expected)
    })
  }

  test("keeps of content that runs over a paragraph break what stands in the cue's paragraph", () => {
    const { found, text } = read(
      "Union says {content|19\n\nThe owners had locked the doors}, {source|the governor} {cue|said}.",
    )
    assert.deepEqual(
      found.map(({ content }) => content.map(({ start, end }) => text.slice(start, end))),
      [["The owners had locked the doors"]],
    )
  })

  test("keeps of content that runs on behind its paragraph what stands in it", () => {
    const { found, text } = read(
      "{source|Weavers} {cue|say} {content|19 were hurt\n\nThe guild and the owners} met on Friday.",
    )
    assert.deepEqual(
      found.map(({ content }) => content.map(({ start, end }) => text.slice(start, end))),
      [["19 were hurt"]],
    )
  })

  test("runs over the end of a line that is only wrapped", () => {
    for (const behind of ["", "\n\nMore follows."]) {
      const { found, expected } = read(
        `{source|Weavers} {cue|say} {content|19 were hurt when the\nOstmark mill burned}.${behind}`,
      )
      assert.deepEqual(found.map(spansOf), expected)
    }
  })

  test("keeps a quotation that goes on in the next paragraph, and what a colon announces", () => {
    for (const content of ["“We knew.\n\n“We waited.”", "two things:\n\nThe doors were locked"]) {
      const { found, expected } = read(`{source|Ms Roe} {cue|said} {content|${content}}`)
      assert.deepEqual(found.map(spansOf), expected)
    }
  })

  test("begins behind the dateline", () => {
    const { found, text } = read(
      "{source|TOLLEN, Velmark (Ostmark Press) - The ministry} {cue|said} {content|19 were hurt}.",
    )
    assert.deepEqual(
      found.map(({ source }) => text.slice(source!.start, source!.end)),
      ["The ministry"],
    )
  })

  test("without a source has the source null and says so", () => {
    const { found } = read("It {cue|was reported} {content|that two barges had sunk}.")
    assert.equal(found[0]!.source, null)
    assert.ok(found[0]!.because.includes("no source is named"))
  })

  test("leaves the comma after its source's last word out", () => {
    const { text, found } = read("{source|Ms Roe, the prefect,} {cue|said} {content|that the bridge would open}.")
    const { start, end } = found[0]!.source!
    assert.equal(text.slice(start, end), "Ms Roe, the prefect")
  })

  test("has its source in one paragraph: the part nearer to the cue", () => {
    const sources = [
      "{source|By Ilse Marrow\n\nDenn} on Friday {cue|rejected} {content|the report}.",
      "{content|The report is false}, {cue|said} {source|Denn.\n\nMore soon}",
    ].map((marked) => {
      const { text, found } = read(marked)
      return text.slice(found[0]!.source!.start, found[0]!.source!.end)
    })
    assert.deepEqual(sources, ["Denn", "Denn."])
  })

  test("inside the content of another lies within it, and within the smallest one", () => {
    const { found } = read(
      "{source|Lanterne} {cue|reported} {content|that {source2|the prefect} {cue2|told} {content2|the council that {source3|divers} {cue3|believe} {content3|the mine is old}}}.",
    )
    const [outer, middle, inner] = found
    assert.deepEqual([outer!.within, middle!.within, inner!.within], [null, outer!.id, middle!.id])
  })

  test("found by the head for inner cues lies within, and has the confidence and the thresholds of its own", () => {
    const source =
      "{source|Lanterne} {cue|reported} {content|that {source2|the prefect} {cue2|told} {content2|the council that {source3|divers} {cue3|believe} {content3|the mine is old}}}."
    const { expected, found } = read(source, 2)
    assert.deepEqual(found.map(spansOf), expected)
    const [outer, middle, inner] = found
    assert.deepEqual([outer!.within, middle!.within, inner!.within], [null, outer!.id, middle!.id])
    assert.deepEqual([middle!.confidence, middle!.shown], [0.622, false])
  })

  test("found by the head for inner cues is none where nobody is reported to say so, or where its cue is an outer one", () => {
    assert.deepEqual(read("{source|The prefect} {cue|told} {content|the council that the mine is old}.", 1).found, [])
    const { text, encoding } = marked(
      "{source|Ms Roe} {cue|said} {content|that {source2|he} {cue2|knew} {content2|it}}.",
    )
    encoding.inner!.set(encoding.cues)
    assert.equal(attribute(analysed(text), encoding, tools).length, 2)
  })

  test("found by the head for inner cues is none where its cue is not listed", () => {
    const { found } = read("{source|Ms Roe} {cue|said} {content|that {source2|he} {cue2|whittled} {content2|it}}.", 2)
    assert.equal(found.length, 1)
  })

  test("found by the head for inner cues ends where what it stands in ends", () => {
    const { text, found } = read(
      "{source|Ms Roe} {cue|said} {content|that {source2|he} {cue2|claimed} {content2|the mine was old}} {content2|but} nobody went.",
      2,
    )
    assert.deepEqual(
      found[1]!.content.map(({ start, end }) => text.slice(start, end)),
      ["the mine was old"],
    )
  })

  test("is direct in quotation marks, mixed with some, indirect with none", () => {
    const kinds = [
      "{content|“The river is ours,”} {source|he} {cue|said}.",
      "{source|He} {cue|called} {content|the river “ours” and left}.",
      "{source|He} {cue|said} {content|the river was theirs}.",
      "{content|The river is ours,”} {source|he} {cue|said}.",
    ].map((source) => read(source).found[0]!.quotation)
    assert.deepEqual(kinds, ["direct", "mixed", "indirect", "indirect"])
  })

  test("is dropped below the threshold that keeps, and shown from the one that shows", () => {
    const { text, encoding } = marked("{source|Ms Roe} {cue|said} {content|the bridge would open}.")
    const at = (constant: number) =>
      attribute(analysed(text), encoding, {
        ...tools,
        thresholds: { ...tools.thresholds, calibration: [0, 0, 0, 0, 0, 0, 0, 0, constant] },
      })
    assert.deepEqual(at(-2), [])
    assert.deepEqual(
      at(0).map(({ confidence, shown }) => [confidence, shown]),
      [[0.5, false]],
    )
    assert.deepEqual(
      at(2).map(({ confidence, shown }) => [confidence, shown]),
      [[0.881, true]],
    )
  })

  test("has the act of its cue", () => {
    const acts = ["denied", "accused", "refused to comment on", "did not deny", "warned", "promised", "says"].map(
      (cue) => read(`{source|Ms Roe} {cue|${cue}} {content|the shelling of Oru}.`).found[0]!.act,
    )
    assert.deepEqual(acts, ["deny", "accuse", "decline", "decline", "warn", "promise", "assert"])
  })
})

test("a cue that is linked to no content is no attribution", () => {
  assert.deepEqual(read("{source|Ms Roe} {cue|said} nothing of note.").found, [])
})

test("an empty text has none", () => {
  const { text, encoding } = marked("")
  assert.deepEqual(attribute(analysed(text), encoding, tools), [])
})

test("whatever the scores, every attribution has a cue and a content, and every span is made of whole words", () => {
  const scores = fc.array(fc.array(fc.double({ min: -8, max: 8, noNaN: true }), { minLength: 7, maxLength: 7 }), {
    minLength: 9,
    maxLength: 9,
  })
  fc.assert(
    fc.property(
      scores,
      fc.array(fc.double({ min: 0, max: 0.5, noNaN: true }), { minLength: 18, maxLength: 18 }),
      (rows, cues) => {
        const text = toText("One two three. Four five six, seven")
        const { encoding } = marked(text.value)
        const links = new Map(rows.map((_, word) => [word, { first: 0, scores: Float32Array.from(rows.flat()) }]))
        const found = attribute(analysed(text), { ...encoding, cues: Float32Array.from(cues), links }, tools)
        for (const { source, cue, content } of found) {
          assert.ok(content.length > 0 && cue)
          for (const { start, end } of [...content, ...(source ? [source] : []), cue]) {
            assert.ok(
              encoding.words.some((word) => word.start === start) && encoding.words.some((word) => word.end === end),
            )
          }
        }
      },
    ),
  )
})

describe("an attribution without a source", () => {
  const kept = (source: string, limits: { keep: number; keepUnsourced?: number }) => {
    const { text, encoding } = marked(source)
    return attribute(analysed(text), encoding, { ...tools, thresholds: { ...tools.thresholds, ...limits } }).length
  }
  const unsourced = "It {cue|was reported} {content|that two barges had sunk}."
  const sourced = "{source|Ms Roe} {cue|said} {content|that two barges had sunk}."

  test("is kept from a threshold of its own, which the others do not share", () => {
    assert.equal(kept(unsourced, { keep: 1.01, keepUnsourced: 0 }), 1)
    assert.equal(kept(sourced, { keep: 1.01, keepUnsourced: 0 }), 0)
    assert.equal(kept(unsourced, { keep: 0, keepUnsourced: 1.01 }), 0)
    assert.equal(kept(sourced, { keep: 0, keepUnsourced: 1.01 }), 1)
  })

  test("is kept from that of all where the model has none of its own", () => {
    assert.equal(kept(unsourced, { keep: 1.01 }), 0)
    assert.equal(kept(unsourced, { keep: 0 }), 1)
  })
})
