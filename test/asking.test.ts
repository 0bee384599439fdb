import assert from "node:assert/strict"
import { describe, test } from "vitest"
import { openAsker } from "../src/asking.ts"
import type { Measure } from "../src/model/figure.ts"
import { inventedEntry } from "./invented-entry.ts"
import { BRIDGE, inventedReport, ledgerOf } from "./invented-ledger.ts"

const ASKED = "more than 70 raiders killed at Hesk bridge"

describe("check", () => {
  test("two outlets that print one ministry have one root, and the copy is folded", async () => {
    const { roots, count } = await openAsker(await ledgerOf(BRIDGE)).check(ASKED)
    assert.deepEqual(count, { low: 1, high: 1 })
    assert.equal(roots.length, 1)
    const { root, status, outlets, copies, figure, earliest, prints } = roots[0]!
    assert.equal(root, "The Tarvel defence ministry")
    assert.deepEqual([status, copies, figure], ["only credited", 1, "71+ killed"])
    assert.deepEqual(outlets, ["The Quillmouth Lamp", "Glasswick Echo"])
    assert.deepEqual([earliest.value, earliest.document.publisher], ["2031-03-12", "The Quillmouth Lamp"])
    assert.equal(prints[0]!.words, "more than 70 raiders were killed at Hesk bridge")
  })

  test("who denies it and who gives another figure stand apart, with the reason", async () => {
    const { against, others } = await openAsker(await ledgerOf(BRIDGE)).check(ASKED)
    assert.deepEqual(
      [...against, ...others].map(({ root, against }) => [root, against]),
      [
        ["Osmer", "denies it"],
        ["Ilse Paderov", "another figure: 7 killed, not 71+ killed"],
      ],
    )
    assert.deepEqual([against.length, others.length], [1, 1])
  })

  test("shown and doubtful statements are counted, and the documents of the ledger", async () => {
    const { shown, doubtful, ledger } = await openAsker(await ledgerOf(BRIDGE)).check(ASKED)
    assert.deepEqual([shown, doubtful, ledger.documents], [3, 1, 4])
  })

  test("the order in which documents were added changes nothing", async () => {
    const forth = await openAsker(await ledgerOf(BRIDGE)).check(ASKED)
    const back = await openAsker(await ledgerOf([...BRIDGE].reverse())).check(ASKED)
    assert.deepEqual(back.roots, forth.roots)
    assert.deepEqual(back.against, forth.against)
  })

  test("a claimant whose own page is in the ledger was read, and is not to be read next", async () => {
    const own = inventedEntry({
      ...{ text: "More than 70 raiders were killed at Hesk bridge, we find.", file: "/own.txt" },
      ...{ publisher: "The Tarvel defence ministry", claims: [] },
    })
    const asker = openAsker(await ledgerOf([...BRIDGE, own]))
    const { roots, readNext } = await asker.check(ASKED)
    assert.equal(roots.find(({ kind }) => kind === "named")?.status, "read")
    assert.ok(!readNext.some(({ what }) => what === "The Tarvel defence ministry"))
    const before = await openAsker(await ledgerOf(BRIDGE)).check(ASKED)
    assert.ok(before.readNext.some(({ what }) => what === "The Tarvel defence ministry"))
  })

  test("an outlet in its own voice is a root of its own at the most", async () => {
    const own = inventedEntry({
      ...{
        text: "More than 70 raiders were killed at Hesk bridge.",
        file: "/e.txt",
        publisher: "Vask Echo",
        claims: [],
      },
    })
    const { count } = await openAsker(await ledgerOf([...BRIDGE, own])).check(ASKED)
    assert.deepEqual(count, { low: 1, high: 2 })
  })

  test("a sentence with a negation where the question has none says the opposite", async () => {
    const own = inventedEntry({
      text: "The old toll bridge was never painted green.",
      publisher: "Vask Echo",
      claims: [],
    })
    const asker = openAsker(await ledgerOf([own]))
    const { roots, against } = await asker.check("The toll bridge was painted green")
    assert.deepEqual([roots.length, against.length], [0, 1])
    assert.match(against[0]!.against!, /opposite/)
    assert.equal((await asker.check("The toll bridge was never painted green")).roots.length, 1)
  })

  test("whoever only relays what another said is no root", async () => {
    const text = "The Vask Agency reported that Mayor Reva Quill said the toll bridge was painted green."
    const own = inventedEntry({
      text,
      claims: [
        {
          source: "The Vask Agency",
          cue: "reported",
          content: ["that Mayor Reva Quill said the toll bridge was painted green"],
        },
        { source: "Mayor Reva Quill", cue: "said", content: ["the toll bridge was painted green"], within: 0 },
      ],
    })
    const { roots } = await openAsker(await ledgerOf([own])).check("The toll bridge was painted green")
    assert.deepEqual(
      roots.map(({ root }) => root),
      ["Mayor Reva Quill"],
    )
  })

  test("nothing is found in words that no document has, nor in an empty ledger", async () => {
    for (const entries of [BRIDGE, []]) {
      const { roots, against, ledger } = await openAsker(await ledgerOf(entries)).check("zebras of Umbelline")
      assert.deepEqual([roots, against, ledger.documents], [[], [], entries.length])
    }
  })

  test("a page is asked by its sentences, and is left out itself", async () => {
    const { roots, questions } = await openAsker(await ledgerOf(BRIDGE)).checkPage(BRIDGE[0]!)
    assert.ok(questions.includes("Fight at Hesk bridge"))
    assert.ok(roots.every(({ outlets }) => !outlets.includes("The Quillmouth Lamp")))
    assert.ok(roots.some(({ outlets }) => outlets.includes("Glasswick Echo")))
  })
})

describe("figures", () => {
  test("a row a claimant and figure, by date, whoever prints it; nothing is averaged", async () => {
    const { rows } = await openAsker(await ledgerOf(BRIDGE)).figures("Hesk killed")
    assert.deepEqual(
      rows.map(({ claimant, low, high, date, outlets }) => [claimant, low, high, date, outlets.length]),
      [
        ["The Tarvel defence ministry", 71, null, "2031-03-12", 2],
        ["Osmer", 71, null, "2031-03-13", 1],
        ["Ilse Paderov", 7, 7, "2031-03-14", 1],
      ],
    )
  })

  test("a word that names a measure need not stand in the document", async () => {
    const report = (content: string, measure: Measure) =>
      inventedReport({
        text: `The harbour office said ${content}.`,
        file: `/${measure} ${content}.txt`,
        claims: [{ source: "The harbour office", cue: "said", content: [content] }],
        figures: [{ words: content.slice(0, 2), low: 12, high: Number(content.slice(0, 2)), measure }],
      })
    const ledger = await ledgerOf([
      report("12 people died in Lorn", "killed"),
      report("13 were hurt in Lorn", "wounded"),
      report("14 sailors drowned at Tolm", "killed"),
    ])
    const told = async (about: string) => (await openAsker(ledger).figures(about)).rows.map(({ words }) => words)
    assert.deepEqual(await told("Lorn killed"), ["12 people died in Lorn"])
    assert.equal((await told("killed")).length, 2)
    assert.deepEqual(await told("Lorn captured"), [])
  })

  test("a part is marked and stands beside its whole", async () => {
    const text = "The harbour office said 12 were killed, 3 of them children."
    const claims = [{ source: "The harbour office", cue: "said", content: ["12 were killed, 3 of them children"] }]
    const figures = [
      { words: "12", low: 12, high: 12 },
      { words: "3 of", low: 3, high: 3, part: "12" },
    ]
    const { rows } = await openAsker(await ledgerOf([inventedReport({ text, claims, figures })])).figures("")
    assert.deepEqual(
      rows.map(({ low, part }) => [low, part]),
      [
        [3, true],
        [12, false],
      ],
    )
  })

  test("an id of no story is an error that says what to do", async () => {
    const asker = openAsker(await ledgerOf(BRIDGE))
    await assert.rejects(asker.figures("s-00000000000000000000"), { code: "ask/no-story" })
  })

  test("a story's figures are found by the id that stories gives", async () => {
    const asker = openAsker(await ledgerOf(BRIDGE))
    const { stories } = await asker.stories()
    const lamp = stories.find(({ outlets }) => outlets.includes("The Quillmouth Lamp"))!
    const { rows } = await asker.figures(lamp.id)
    assert.ok(rows.some(({ claimant }) => claimant === "The Tarvel defence ministry"))
  })
})

test("stories put a report and its copy together, with outlets and dates", async () => {
  const { stories } = await openAsker(await ledgerOf(BRIDGE)).stories()
  const story = stories.find(({ documents }) => documents.length > 1)!
  assert.deepEqual(story.outlets.slice(0, 2), ["The Quillmouth Lamp", "Glasswick Echo"])
  assert.equal(story.earliest?.value, "2031-03-12")
  assert.equal(story.title, "Fight at Hesk bridge")
  assert.equal(stories.flatMap(({ documents }) => documents).length, 4)
})

test("people count claims and documents over the whole ledger, and leave places out", async () => {
  const { rows } = await openAsker(await ledgerOf(BRIDGE)).people()
  assert.deepEqual(
    rows.map(({ name, kind, claims, documents }) => [name, kind, claims, documents]),
    [
      ["The Tarvel defence ministry", "organisation", 2, 2],
      ["Ilse Paderov", "person", 1, 1],
    ],
  )
})
