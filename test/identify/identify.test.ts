import assert from "node:assert/strict"
import fc from "fast-check"
import { describe, test } from "vitest"
import { identify } from "../../src/identify/identify.ts"
import { loadSpeakers } from "../../src/lexicon/speakers.ts"
import { toText } from "../../src/model/text.ts"
import { analysed } from "../analyse/analysed.ts"
import { told } from "./told.ts"

const ORLA = ["Orla Vantreight", "person"] as const

describe("names", () => {
  test("a surname stands for the one named in full, whose name is the fullest printed", () => {
    const { speakers, entities } = told(
      "Orla Vantreight opened the bridge. {source|Vantreight} {cue|said} {content|it would last}. {source2|Ms. Vantreight} {cue2|added} {content2|that it was cheap}.",
      { names: [ORLA, ["Vantreight", "person"]] },
    )
    assert.deepEqual(speakers, [
      ["Orla Vantreight", "person"],
      ["Orla Vantreight", "person"],
    ])
    assert.equal(entities.length, 1)
    assert.equal(entities[0]!.mentions.length, 3)
  })

  test("a plural at a sentence's start is no name, whatever the model takes it for, and one place is nobody's twice", () => {
    const told1 = told(
      "{source|Prosecutors} {cue|showed} {content|a new film}. {source2|Prosecutors} {cue2|said} {content2|more would come}.",
      {
        names: [["Prosecutors", "organisation"]],
      },
    )
    assert.deepEqual(
      told1.entities.map(({ name, kind }) => [name, kind]),
      [["Prosecutors", "group"]],
    )
    assert.deepEqual(told1.speakers, [
      ["Prosecutors", "group"],
      ["Prosecutors", "group"],
    ])
    const named = told(
      "{source|Witnesses} {cue|said} {content|it fell}. The Vantreight Witnesses, or Witnesses, sang.",
      {
        names: [["Witnesses", "organisation"]],
      },
    )
    assert.equal(new Set(named.entities.map(({ id }) => id)).size, named.entities.length)
  })

  test("names are found by their capitals where no model finds them", () => {
    const { speakers } = told("The bridge is open. {source|Orla Vantreight} {cue|said} {content|it would last}.")
    assert.deepEqual(speakers, [["Orla Vantreight", "person"]])
  })

  test("an acronym stands for the long name", () => {
    const { speakers } = told(
      "The Marsh Defence League (MDL) met on Monday. {source|The MDL} {cue|said} {content|the dam was safe}.",
      {
        names: [
          ["Marsh Defence League", "organisation"],
          ["MDL", "organisation"],
        ],
      },
    )
    assert.deepEqual(speakers, [["Marsh Defence League", "organisation"]])
  })

  test("a name of one letter and one that runs from right to left are kept as printed", () => {
    const { speakers } = told(
      "{source|Q} {cue|said} {content|it would last}. {source2|ليلى منصور} {cue2|said} {content2|it was cheap}.",
      {
        names: [
          ["Q", "person"],
          ["ليلى منصور", "person"],
        ],
      },
    )
    assert.deepEqual(speakers, [
      ["Q", "person"],
      ["ليلى منصور", "person"],
    ])
  })

  test("a nickname in quotation marks is a part of the name", () => {
    const { speakers } = told('{source|Orla "Lala" Vantreight} {cue|said} {content|it would last}.', {
      names: [
        ["Orla", "person"],
        ["Lala", "person"],
        ["Vantreight", "person"],
      ],
    })
    assert.deepEqual(speakers, [['Orla "Lala" Vantreight', "person"]])
  })

  test("two persons of one surname stay two, told apart by their titles", () => {
    const { speakers } = told(
      "Mr. Piers Holloway and Mrs. Dana Holloway came. {source|Mrs. Holloway} {cue|said} {content|it rained}. {source2|Mr. Holloway} {cue2|said} {content2|it shone}.",
      {
        names: [
          ["Piers Holloway", "person"],
          ["Dana Holloway", "person"],
          ["Holloway", "person"],
        ],
      },
    )
    assert.deepEqual(speakers, [
      ["Dana Holloway", "person"],
      ["Piers Holloway", "person"],
    ])
  })

  test("a name that was found in part is made whole", () => {
    const { speakers } = told(
      "They asked the Norvanian Harbour Committee. {source|The Norvanian Harbour Committee} {cue|said} {content|it would last}. {source2|Lodmark University} {cue2|said} {content2|it was old}.",
      {
        names: [
          ["Harbour Committee", "organisation"],
          ["Lodmark", "place"],
        ],
      },
    )
    assert.deepEqual(speakers, [
      ["Norvanian Harbour Committee", "organisation"],
      ["Lodmark University", "organisation"],
    ])
  })

  test("half of a double surname stands for the whole, a place before a hyphen and a small word for itself", () => {
    const { speakers, entities } = told(
      "{source|Mr. Vantreight-Hale} {cue|told} the Lodmark-based crew {content|that it would last}.",
      {
        names: [
          ["Hale", "person"],
          ["Lodmark", "place"],
        ],
      },
    )
    assert.deepEqual(speakers, [["Vantreight-Hale", "person"]])
    assert.deepEqual(
      entities.map(({ name }) => name),
      ["Vantreight-Hale", "Lodmark"],
    )
  })

  test("words for a people alone, and words without a capital, name nobody", () => {
    const { entities } = told(
      "The German boat met the hardliners. {source|Lodmark} {cue|said} {content|it was late}.",
      {
        names: [
          ["German", "place"],
          ["hardliners", "person"],
          ["Lodmark", "place"],
        ],
      },
    )
    assert.deepEqual(
      entities.map(({ name }) => name),
      ["Lodmark"],
    )
  })

  test("a place that speaks acts as an organisation", () => {
    const { speakers } = told("{source|Norvania} {cue|said} {content|the border was shut}.", {
      names: [["Norvania", "place"]],
    })
    assert.deepEqual(speakers, [["Norvania", "organisation"]])
  })
})

describe("who speaks", () => {
  test("a pronoun stands for the one who spoke before", () => {
    const { speakers } = told(
      "{source|Orla Vantreight} {cue|said} {content|it would last}. {source2|She} {cue2|added} {content2|that it was cheap}.",
      { names: [ORLA] },
    )
    assert.deepEqual(speakers, [
      ["Orla Vantreight", "person"],
      ["Orla Vantreight", "person"],
    ])
  })

  test("a pronoun with nobody to stand for is left open", () => {
    assert.deepEqual(told("{source|He} {cue|said} {content|it would last}.").speakers, [null])
  })

  test("I, inside a quotation, is the one who is quoted", () => {
    const { speakers } = told(
      "{content|“{source2|I} {cue2|think} {content2|it will last},”} {source|Orla Vantreight} {cue|said}.",
      { names: [ORLA] },
    )
    assert.deepEqual(speakers, [
      ["Orla Vantreight", "person"],
      ["Orla Vantreight", "person"],
    ])
  })

  test("a spokesman is a person and speaks for those who sent him", () => {
    const { speakers, behalf } = told(
      "{source|Orla Vantreight, a spokeswoman for the Marsh League,} {cue|said} {content|the dam was safe}.",
      { names: [ORLA, ["Marsh League", "organisation"]] },
    )
    assert.deepEqual(speakers, [["Orla Vantreight", "person"]])
    assert.deepEqual(behalf, ["Marsh League"])
  })

  test("a spokesman speaks for an institution that is not named, and for a campaign rather than its candidate", () => {
    const { behalf, speakers } = told(
      "{source|A spokesman for the ministry} {cue|said} {content|it was safe}. {source2|Vantreight campaign manager Piers Holloway} {cue2|said} {content2|it was not}. Orla Vantreight was silent.",
      { names: [ORLA, ["Vantreight", "person"], ["Piers Holloway", "person"]] },
    )
    assert.deepEqual(behalf, ["ministry", "Vantreight campaign"])
    assert.deepEqual(speakers[1], ["Piers Holloway", "person"])
  })

  test("nobody speaks for the next in a list", () => {
    const { behalf } = told(
      "Three advise Orla Vantreight - Piers Holloway, Vantreight’s chief of staff, harbour head Dana Roe. {source|Vantreight} {cue|said} {content|it would last}.",
      { names: [ORLA, ["Vantreight", "person"], ["Piers Holloway", "person"], ["Dana Roe", "person"]] },
    )
    assert.deepEqual(behalf, [null])
  })

  test("most of many are a group, sources and someone's aides are a few", () => {
    const { speakers } = told(
      "{source|A number of pilots} {cue|said} {content|it was safe}. {source2|Sources} {cue2|said} {content2|it was not}. {source3|Her aides} {cue3|said} {content3|they would ask}.",
    )
    assert.deepEqual(
      speakers.map((speaker) => speaker?.[1]),
      ["group", "anonymous", "anonymous"],
    )
  })

  test("an unnamed one is described in the words printed, two of them are not one", () => {
    const { speakers, entities } = told(
      "{source|A senior official} {cue|said} {content|the dam was safe}. {source2|A senior official} {cue2|said} {content2|that it was not}.",
    )
    assert.deepEqual(speakers, [
      ["A senior official", "anonymous"],
      ["A senior official", "anonymous"],
    ])
    assert.equal(entities.length, 2)
  })

  test("people uncounted are a group, polls nobody's are a document", () => {
    const { speakers } = told(
      "{source|Residents} {cue|said} {content|it rained}. {source2|Polls} {cue2|show} {content2|that few mind}.",
    )
    assert.deepEqual(speakers, [
      ["Residents", "group"],
      ["Polls", "document"],
    ])
  })

  test("a thing with an owner speaks for its owner, and a campaign is called after its own", () => {
    const { speakers } = told(
      "{source|Orla Vantreight’s book} {cue|says} {content|it rained}. {source2|Vantreight’s campaign} {cue2|denied} {content2|that it shone}.",
      { names: [ORLA, ["Vantreight", "person"]] },
    )
    assert.deepEqual(speakers, [
      ["Orla Vantreight", "person"],
      ["Vantreight campaign", "organisation"],
    ])
  })
})

describe("names in pieces and in other forms", () => {
  test("an acronym in brackets takes in the words whose initials it is", () => {
    const { speakers } = told(
      "The Union to Restore Our Harbours (UROH) met. {source|UROH} {cue|said} {content|the dam was safe}.",
      {
        names: [
          ["Union", "organisation"],
          ["Harbours", "place"],
        ],
      },
    )
    assert.deepEqual(speakers, [["Union to Restore Our Harbours", "organisation"]])
  })

  test("a ministry whose words are turned round is the same", () => {
    const { speakers, entities } = told(
      "They asked the Norvanian Harbour Ministry. {source|The Ministry of Harbour} {cue|said} {content|it would last}.",
      {
        names: [
          ["Norvanian Harbour Ministry", "organisation"],
          ["Ministry of Harbour", "organisation"],
        ],
      },
    )
    assert.equal(entities.length, 1)
    assert.equal(speakers[0]![1], "organisation")
  })

  test("a name of one word that a group bears is no person", () => {
    const { entities } = told("The Tarn mercenary group left. {source|Orla Vantreight} {cue|blamed} {content|Tarn}.", {
      names: [["Tarn", "person"], ORLA],
    })
    assert.deepEqual(
      entities.map(({ name, kind }) => [name, kind]),
      [
        ["Tarn", "organisation"],
        ["Orla Vantreight", "person"],
      ],
    )
  })

  test("initials and a given name belong to the name behind them", () => {
    const { speakers } = told(
      "{source|Clerk Orla A. Vantreight} {cue|said} {content|it would last}. In May {source2|Mary Holloway} {cue2|said} {content2|it was old}.",
      {
        names: [
          ["Orla A", "person"],
          ["Holloway", "person"],
        ],
      },
    )
    assert.deepEqual(speakers, [
      ["Orla A. Vantreight", "person"],
      ["Mary Holloway", "person"],
    ])
  })

  test("a titled surname is not the one person of that surname who is named in full and of another gender", () => {
    const { speakers } = told(
      "Mr. Holloway came with Mary Holloway. {source|Mr. Holloway} {cue|said} {content|it rained}. {source2|Holloway} {cue2|said} {content2|it shone}.",
      {
        names: [
          ["Mary Holloway", "person"],
          ["Holloway", "person"],
        ],
      },
    )
    assert.deepEqual(speakers, [
      ["Holloway", "person"],
      ["Holloway", "person"],
    ])
  })

  test("a name ends a role that has of in it", () => {
    const { speakers } = told("{source|Harbour chief of staff Orla Vantreight} {cue|said} {content|it would last}.", {
      names: [ORLA],
    })
    assert.deepEqual(speakers, [["Orla Vantreight", "person"]])
  })
})

describe("words that stand for someone", () => {
  test("who writes I outside of quotations is the author, whom the last line may introduce", () => {
    const text = "I love bridges. {source|I} {cue|believe} {content|the bridge will last}."
    assert.deepEqual(told(text).speakers, [["the author", "person"]])
    assert.deepEqual(told(`${text}\n\nOrla Vantreight is a builder of bridges.`, { names: [ORLA] }).speakers, [
      ["Orla Vantreight", "person"],
    ])
  })

  test("we alone is nobody's", () => {
    assert.deepEqual(told("{source|We} {cue|believe} {content|the bridge will last}.").speakers, [null])
  })

  test("a share of people is a group, those who come are not they", () => {
    const { speakers } = told(
      "{source|One in five} {cue|said} {content|it rained}. {source2|40% of the voters} {cue2|said} {content2|it shone}. {source3|Those who came} {cue3|said} {content3|it was dark}.",
    )
    assert.deepEqual(
      speakers.map((speaker) => speaker?.[1]),
      ["group", "group", "group"],
    )
  })

  test("a name of one letter and a name from right to left end a role", () => {
    const names = [
      ["W", "person"],
      ["\u05e8\u05d5\u05e0\u05d9 \u05db\u05d4\u05df", "person"],
    ] as const
    const { speakers } = told(
      "{source|Harbour chief of staff W} {cue|said} {content|it rained}. {source2|\u05e8\u05d5\u05e0\u05d9 \u05db\u05d4\u05df} {cue2|said} {content2|it shone}.",
      { names },
    )
    assert.deepEqual(
      speakers.map((speaker) => speaker?.[0]),
      ["W", "\u05e8\u05d5\u05e0\u05d9 \u05db\u05d4\u05df"],
    )
  })
})

describe("roles", () => {
  test("several after one name, behind a bracket, with a person in them", () => {
    const { entities } = told(
      "Orla Vantreight (L-Tarn), head of the harbour board and a lawyer, came. Piers Holloway, an adviser to Dana Roe, went.",
      { names: [ORLA, ["Piers Holloway", "person"], ["Dana Roe", "person"]] },
    )
    assert.deepEqual(entities[0]!.roles, ["head of the harbour board", "lawyer"])
    assert.deepEqual(entities[1]!.roles, ["adviser to Dana Roe"])
  })

  const rolesOf = (source: string): readonly string[] =>
    told(source, { names: [ORLA, ["Norvania", "place"]] }).entities.find(({ name }) => name === "Orla Vantreight")!
      .roles

  test("are read before the name, after a comma, and before a comma", () => {
    assert.deepEqual(rolesOf("The bridge manager Orla Vantreight came."), ["bridge manager"])
    assert.deepEqual(rolesOf("Orla Vantreight, the director of the museum, came."), ["director of the museum"])
    assert.deepEqual(rolesOf("Norvania’s defense minister, Orla Vantreight, came."), ["defense minister"])
    assert.deepEqual(rolesOf("Orla Vantreight, Norvania’s defense minister, came."), ["defense minister"])
    assert.deepEqual(rolesOf("Orla Vantreight, the Lodmark council's spokeswoman, came."), ["spokeswoman"])
    assert.deepEqual(rolesOf("Orla Vantreight came, and left."), [])
  })
})

describe("bad input", () => {
  const lexicon = loadSpeakers()

  test("nothing throws on any text, whatever the spans", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "He said ",
        "Ms. A ",
        '"',
        "'s ",
        ", who ",
        "the official ",
        "שרה לוי ",
        "أحمد ",
        "É",
        "\n",
        " of ",
        "A. B. ",
      ),
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        fc.array(fc.nat(400), { minLength: 6, maxLength: 6 }),
        (pieces, places) => {
          const text = toText(pieces.join(""))
          const spanOf = (a: number, b: number) => ({
            start: Math.min(a, b, text.value.length),
            end: Math.min(Math.max(a, b), text.value.length),
          })
          const attribution = {
            id: "a-1",
            source: spanOf(places[0]!, places[1]!),
            cue: spanOf(places[2]!, places[3]!),
            content: [spanOf(places[4]!, places[5]!)],
            quotation: "direct",
            act: "assert",
            within: null,
            speaker: null,
            onBehalfOf: null,
            confidence: 1,
            shown: true,
            because: [],
          } as const
          const { entities } = identify(analysed(text), [attribution, { ...attribution, id: "a-2", source: null }], {
            lexicon,
          })
          for (const { mentions, name } of entities) {
            assert.ok(mentions.length > 0 && name.length > 0)
            for (const { start, end } of mentions) assert.ok(start < end && end <= text.value.length)
          }
        },
      ),
      { numRuns: 100 },
    )
  })

  test("names written from right to left, and of one letter, speak", () => {
    const { speakers } = told(
      "{source|שרה לוי} {cue|said} {content|it rained}. {source2|K} {cue2|said} {content2|it shone}.",
      {
        names: [
          ["שרה לוי", "person"],
          ["K", "person"],
        ],
      },
    )
    assert.deepEqual(speakers, [
      ["שרה לוי", "person"],
      ["K", "person"],
    ])
  })

  test("nobody in a text without words", () => {
    assert.deepEqual(identify(analysed(toText("")), [], { lexicon }), { entities: [], speakers: new Map() })
  })

  test("the same text gives the same entities", () => {
    const once = () => told("{source|Orla Vantreight} {cue|said} {content|it would last}.").entities
    assert.deepEqual(once(), once())
  })
})

describe("nouns told from names", () => {
  test("a lawmaker is the senator, not the one beside", () => {
    const { speakers } = told(
      "Sen. Edward Vantreight met Piers Holloway, a baker, on Monday. {source|The lawmaker} {cue|said} {content|the dam was safe}.",
      {
        names: [
          ["Edward Vantreight", "person"],
          ["Piers Holloway", "person"],
        ],
      },
    )
    assert.deepEqual(speakers, [["Edward Vantreight", "person"]])
  })

  test("what goes back to a thing that speaks of nobody is left open, whoever stands before the thing", () => {
    const { speakers } = told(
      "The militias began an embarrassing farrago {source|that} {cue|showed} {content|the dam was unsafe}.",
    )
    assert.deepEqual(speakers, [null])
  })

  test("a campaign without an owner is that of the one whose campaign was printed last", () => {
    const { speakers } = told(
      "Orla Vantreight’s campaign began in May. {source|The campaign} {cue|said} {content|it was short of money}.",
      { names: [ORLA] },
    )
    assert.deepEqual(speakers, [["Vantreight campaign", "organisation"]])
  })

  test("a surname without a title is that of the namesake who is mostly called by it with one", () => {
    const { speakers } = told(
      "{source|Vantreight} {cue|said} {content|it rained}. Mary Vantreight was ill. Edward Vantreight came. Mr. Vantreight sat. Mr. Vantreight stood. Mr. Vantreight left.",
      {
        names: [
          ["Mary Vantreight", "person"],
          ["Edward Vantreight", "person"],
          ["Vantreight", "person"],
        ],
      },
    )
    assert.deepEqual(speakers, [["Edward Vantreight", "person"]])
  })

  test("a name goes on to the words whose initials stand in the text", () => {
    const { speakers } = told("{source|NT} {cue|said} {content|it rained}. Its owner is Norvania Today, a channel.", {
      names: [
        ["NT", "organisation"],
        ["Norvania", "place"],
      ],
    })
    assert.deepEqual(speakers, [["Norvania Today", "organisation"]])
  })

  test("a short name that first stands in full is the institution of that name", () => {
    const { speakers } = told(
      "The mine of Tarn Minerals closed. {source|Tarn} {cue|said} {content|it was empty}. Tarn has others. Tarn is rich.",
      {
        names: [
          ["Tarn Minerals", "organisation"],
          ["Tarn", "organisation"],
        ],
      },
    )
    assert.deepEqual(speakers, [["Tarn Minerals", "organisation"]])
  })
})

describe("names in pieces and names of institutions", () => {
  test("two pieces of a person's name that a finder took apart are one", () => {
    const { speakers } = told("{source|The envoy Tamsin Hale} {cue|said} {content|it rained}.", {
      names: [
        ["Tamsin", "person"],
        ["Hale", "person"],
      ],
    })
    assert.deepEqual(speakers, [["Tamsin Hale", "person"]])
  })

  test("a given name that no list has goes with the surname behind it, a title does not", () => {
    const { speakers } = told(
      "{source|The Lodmark envoy Ysolde Hale} {cue|said} {content|it rained}. {source2|Yesterday Senators Crane} {cue2|said} {content2|it snowed}.",
      {
        names: [
          ["Hale", "person"],
          ["Crane", "person"],
        ],
      },
    )
    assert.deepEqual(speakers, [
      ["Ysolde Hale", "person"],
      ["Crane", "person"],
    ])
  })

  test("a name that is called a newspaper, or has shareholders, is no person", () => {
    for (const source of ["The Norvanian newspaper Tarnet", "Tarnet, the Norvanian news agency,", "Tarnet"]) {
      const { speakers } = told(`{source|${source}} {cue|said} {content|it rained}. Tarnet's shareholders met.`, {
        names: [["Tarnet", "person"]],
      })
      assert.deepEqual(speakers, [["Tarnet", "organisation"]], source)
    }
  })

  test("the name behind a role after a comma is who speaks", () => {
    const { speakers } = told(
      "{source|A onetime rival, former Lodmark governor Orla Vantreight} {cue|said} {content|it rained}.",
      { names: [ORLA] },
    )
    assert.deepEqual(speakers, [["Orla Vantreight", "person"]])
  })

  test("the House is no short form of a White House", () => {
    const { speakers } = told("The White House waited. {source|The House} {cue|said} {content|it would vote}.", {
      names: [
        ["White House", "organisation"],
        ["House", "organisation"],
      ],
    })
    assert.notEqual(speakers[0]?.[0], "White House")
  })

  test("a group called by its name is that institution", () => {
    const { speakers } = told("{source|The Tarn group} {cue|said} {content|it rained}.", {
      names: [["Tarn", "organisation"]],
    })
    assert.deepEqual(speakers, [["Tarn", "organisation"]])
  })
})

describe("what follows a noun is no part of it", () => {
  const kindOf = (source: string) => told(`{source|${source}} {cue|said} {content|it rained}.`).speakers[0]?.[1]

  test("times, places of the moment, participles and clauses end the head", () => {
    assert.equal(kindOf("A study last year"), "document")
    assert.equal(kindOf("Polls taken in the valley"), "document")
    assert.equal(kindOf("Activists here"), "group")
    assert.equal(kindOf("Several officials we asked"), "group")
    assert.equal(kindOf("Voters looking for another way"), "group")
  })

  test("one of many is one, and the people of a nation are many", () => {
    assert.equal(kindOf("one of the stewards of the harbour"), "anonymous")
    assert.equal(kindOf("The Swiss"), "group")
  })
})
