import assert from "node:assert/strict"
import { describe, test } from "vitest"
import { type Asker, openAsker } from "../src/asking.ts"
import { claimsAsJudged } from "../src/ledger/claims-as-judged.ts"
import { nameSubject } from "../src/model/judged-names.ts"
import type { Entry, Ledger } from "../src/model/ledger.ts"
import { suggestLinks } from "../src/reviewing.ts"
import { BRIDGE, inventedReport, ledgerOf } from "./invented-ledger.ts"
import { toJudgement } from "./ledger/entries.ts"

const ASKED = "more than 70 raiders killed at Hesk bridge"
const day = (value: string) => ({ value, precision: "day" }) as const

const said = (source: string, content: string, file: string, published = "2031-03-13"): Entry =>
  inventedReport({
    ...{ text: `${source} said ${content}.`, file, title: `${source} speaks`, publisher: `${source} Post` },
    published: day(published),
    claims: [{ source, cue: "said", content: [content] }],
    entities: [{ name: source, kind: "organisation" }],
  })

/** The toll clerk says in other words what the ministry says; the harbour board something else. */
const CLERK = said("Quarne Toll House", "scores of raiders fell where the Hesk is crossed", "/e.txt")
const BOARD = said("Merrisk Harbour Board", "the ferries stay in port until spring", "/f.txt", "2031-06-20")
const ALL = [...BRIDGE, CLERK, BOARD]

const idOf = ({ run }: Entry): string => run!.attributions[0]!.id
const [MINISTRY, , OSMER, DOCTOR] = BRIDGE.map(idOf) as [string, string, string, string]

/** One for each ledger: opening it takes longer than asking. */
const askers = new WeakMap<Ledger, Asker>()
function askerOf(ledger: Ledger): Asker {
  const asker = askers.get(ledger) ?? openAsker(ledger)
  askers.set(ledger, asker)
  return asker
}

const judge = (ledger: Ledger, left: string, right: string | null, verdict: string) =>
  ledger.judge(toJudgement({ left, right, verdict }))

async function answers(ledger: Ledger) {
  const asker = askerOf(ledger)
  const { questions: _, ...checked } = await asker.check(ASKED)
  return {
    checked,
    people: await asker.people(),
    figures: await asker.figures(""),
    stories: await asker.stories(),
    sources: await asker.sources(ASKED),
    disputes: await asker.disputes(""),
    incidents: await asker.incidents(null),
    related: await asker.related(BRIDGE[0]!.document.id),
    claims: await claimsAsJudged(ledger, {}),
    surest: await claimsAsJudged(ledger, { shownOnly: true }),
    suggested: await suggestLinks(ledger, ["names", "claims", "stories"]),
  }
}

describe("judgements on claims", () => {
  test("a claim in other words counts with the one that it was judged to be, and no more once that is withdrawn", async () => {
    const ledger = await ledgerOf(ALL)
    const rootsOf = async () => (await askerOf(ledger).check(ASKED)).roots
    const before = await rootsOf()
    assert.ok(before.every(({ outlets }) => !outlets.includes("Quarne Toll House Post")))
    await judge(ledger, MINISTRY, idOf(CLERK), "same")
    const [root, ...others] = await rootsOf()
    assert.deepEqual(others, [])
    assert.deepEqual(root!.outlets, ["The Quillmouth Lamp", "Glasswick Echo", "Quarne Toll House Post"])
    await judge(ledger, MINISTRY, idOf(CLERK), "withdrawn")
    assert.deepEqual(await rootsOf(), before)
  })

  test("a claim that confirms another is of a root of its own", async () => {
    const ledger = await ledgerOf(ALL)
    await judge(ledger, MINISTRY, idOf(CLERK), "confirms")
    const { roots, count } = await askerOf(ledger).check(ASKED)
    assert.deepEqual(roots.map(({ root }) => root).sort(), ["Quarne Toll House", "The Tarvel defence ministry"])
    assert.deepEqual(count, { low: 2, high: 2 })
  })

  test("sources counts roots as people judged claims and names", async () => {
    const ledger = await ledgerOf(ALL)
    const rootsOf = async () => {
      const { claims } = await askerOf(ledger).sources(ASKED)
      return claims.map(({ roots, documents }) => [[...roots].sort().join(", "), documents])
    }
    const before = await rootsOf()
    assert.ok(before.length > 0 && before.every(([roots]) => !`${roots}`.includes("Toll House")))
    await judge(ledger, MINISTRY, idOf(CLERK), "confirms")
    const confirmed = await rootsOf()
    assert.ok(confirmed.some(([roots]) => `${roots}`.includes("Toll House")))
    await judge(ledger, nameSubject("Quarne Toll House"), nameSubject("The Tarvel defence ministry"), "same")
    const merged = await rootsOf()
    const widest = (rows: typeof merged) => Math.max(...rows.map(([roots]) => `${roots}`.split(", ").length))
    assert.equal(widest(merged), widest(confirmed) - 1)
    await judge(ledger, nameSubject("Quarne Toll House"), nameSubject("The Tarvel defence ministry"), "withdrawn")
    await judge(ledger, MINISTRY, idOf(CLERK), "withdrawn")
    assert.deepEqual(await rootsOf(), before)
  })

  test("names judged to be two's are two roots of what both say", async () => {
    const body = "the lamps of the toll house stayed lit until four in the morning"
    const two = [said("Hesk Watch", body, "/g.txt"), said("The Hesk Watch", `${body} on Sunday`, "/h.txt")]
    const ledger = await ledgerOf(two)
    const rootsOf = async () => (await askerOf(ledger).sources(body)).claims[0]!.roots.length
    assert.equal(await rootsOf(), 1)
    const third = said("Hesk Watch of Tarvel", `${body} as ever`, "/i.txt")
    await ledger.add(third)
    assert.equal(await rootsOf(), 1)
    await judge(ledger, nameSubject("Hesk Watch"), nameSubject("Hesk Watch of Tarvel"), "different")
    assert.equal(await rootsOf(), 2)
  })

  test("a dispute that people saw is listed first, with who said so; one that they denied is not listed", async () => {
    const ledger = await ledgerOf(ALL)
    const sides = async () =>
      (await askerOf(ledger).disputes("")).disputes.map(({ left, right }) => [left.id, right.id])
    const has = async (one: string, two: string) =>
      (await sides()).some((pair) => pair.includes(one) && pair.includes(two))
    const before = await sides()
    assert.equal(await has(OSMER, MINISTRY), true)
    await judge(ledger, OSMER, MINISTRY, "compatible")
    assert.equal(await has(OSMER, MINISTRY), false)
    // Of another story: it is held against what was read all the same.
    await judge(ledger, idOf(BOARD), MINISTRY, "disputes")
    const [first] = (await askerOf(ledger).disputes("")).disputes
    assert.deepEqual([first!.left.id, first!.right.id].sort(), [MINISTRY, idOf(BOARD)].sort())
    assert.equal(first!.judged, true)
    assert.match(first!.why, /^user:.* judged/)
    await judge(ledger, OSMER, MINISTRY, "withdrawn")
    await judge(ledger, MINISTRY, idOf(BOARD), "withdrawn")
    assert.deepEqual(await sides(), before)
  })

  test("a claim that was read wrongly is nobody's, and one that was read rightly is not doubtful", async () => {
    const ledger = await ledgerOf(ALL)
    await judge(ledger, DOCTOR, null, "right")
    await judge(ledger, OSMER, null, "wrong")
    const asker = askerOf(ledger)
    const { against, others } = await asker.check(ASKED)
    assert.deepEqual(against, [])
    assert.deepEqual(
      others.map(({ root, shown }) => [root, shown]),
      [["Ilse Paderov", true]],
    )
    assert.ok((await asker.figures("")).rows.every(({ claimant }) => claimant !== "Osmer"))
    const surest = (await claimsAsJudged(ledger, { shownOnly: true })).map(({ attribution }) => attribution.id)
    assert.deepEqual([surest.includes(DOCTOR), surest.includes(OSMER)], [true, false])
    const all = await claimsAsJudged(ledger, {})
    assert.equal(all.find(({ attribution }) => attribution.id === OSMER)?.reading, "wrong")
    assert.equal((await claimsAsJudged(ledger, { shownOnly: true, limit: 2 })).length, 2)
  })

  test("everything merged, then everything undone, gives all answers from before", async () => {
    const ledger = await ledgerOf(ALL)
    const before = await answers(ledger)
    const pairsOf = (things: readonly string[]) =>
      things.flatMap((left, at) => things.slice(at + 1).map((right) => [left, right] as const))
    const names = before.people.rows.flatMap(({ name, aliases }) => [name, ...aliases]).map(nameSubject)
    const things = [names, [...new Set(ALL.map(idOf))], ALL.map(({ document }) => document.id)]
    const pairs = things.flatMap(pairsOf)
    for (const [left, right] of pairs) await judge(ledger, left, right, "same")
    const merged = await answers(ledger)
    assert.equal(merged.people.rows.length, 1)
    assert.equal(merged.stories.stories.length, 1)
    assert.equal(merged.checked.roots.length, 1)
    assert.deepEqual(merged.checked.against, [])
    assert.deepEqual(merged.disputes.disputes, [])
    assert.ok(merged.sources.claims.every(({ max, roots }) => max === 1 && roots.length === 1))
    assert.deepEqual(merged.suggested, [])
    for (const [left, right] of pairs) await judge(ledger, right, left, "withdrawn")
    assert.deepEqual(await answers(ledger), before)
    assert.deepEqual(await ledger.verify(), [])
  })
})

describe("suggestions", () => {
  test("a claim in words half the same, of one claimant, is asked about until somebody has judged it", async () => {
    const more = said(
      "The Tarvel defence ministry",
      "over 70 raiders were killed near the bridge at Hesk in the night",
      "/j.txt",
    )
    const ledger = await ledgerOf([...BRIDGE, more])
    const claims = async () =>
      (await suggestLinks(ledger, ["claims"])).flatMap((one) => (one.about === "claims" ? [one] : []))
    const asked = (await claims()).find(({ left, right }) => [left.id, right.id].includes(idOf(more)))
    assert.equal(asked?.question, "one claim")
    assert.deepEqual([asked.left.id, asked.right.id].sort(), [MINISTRY, idOf(more)].sort())
    for (const verdict of ["unsure", "same", "different"]) {
      await judge(ledger, asked.right.id!, asked.left.id!, verdict)
      assert.ok((await claims()).every(({ left, right }) => left.id !== asked.left.id || right.id !== asked.right.id))
    }
    await judge(ledger, asked.right.id!, asked.left.id!, "withdrawn")
    assert.ok((await claims()).some(({ left, right }) => left.id === asked.left.id && right.id === asked.right.id))
  })

  test("stories near the threshold are asked about, nearest first, until somebody has judged them", async () => {
    const tale = (title: string, text: string, file: string) =>
      inventedReport({ ...{ title, text, file, publisher: file, published: day("2031-03-12") }, claims: [] })
    const ledger = await ledgerOf([
      ...ALL,
      tale(
        "Hesk bridge shut",
        "Hesk bridge is shut after the fight. Carts wait on both banks for word from Tarvel.",
        "/k.txt",
      ),
      tale(
        "Carts wait",
        "Carts wait at the river for the toll house to open its gate again after the smoke.",
        "/l.txt",
      ),
      tale(
        "Toll raised",
        "The toll at Hesk bridge will be raised in April, the toll house of Tarvel has written.",
        "/m.txt",
      ),
    ])
    const asked = async () =>
      (await suggestLinks(ledger, ["stories"])).flatMap((one) => (one.about === "stories" ? [one] : []))
    const found = await asked()
    assert.ok(found.length > 0)
    const doubts = found.map(({ score }) => Math.abs(score))
    assert.deepEqual(
      doubts,
      [...doubts].sort((a, b) => a - b),
    )
    for (const { score, taken, question } of found) {
      assert.equal(taken, question === "on the edge")
      if (question === "one story") assert.ok(score <= 0)
    }
    const { left, right } = found[0]!
    await judge(ledger, left.id, right.id, "unsure")
    assert.ok((await asked()).every((one) => !(one.left.id === left.id && one.right.id === right.id)))
  })
})
