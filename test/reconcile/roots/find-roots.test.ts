import assert from "node:assert/strict"
import fc from "fast-check"
import { describe, test } from "vitest"
import { loadClaimWords } from "../../../src/lexicon/claim-words.ts"
import { loadRootWords } from "../../../src/lexicon/root-words.ts"
import { findRoots, type RootDocument } from "../../../src/reconcile/roots/find-roots.ts"
import { findOrigins, groupCopies } from "../../../src/reconcile/roots/groups.ts"
import { type InventedClaim, inventedEntry } from "../../invented-entry.ts"

const tables = { claims: loadClaimWords(), roots: loadRootWords() }
const said = (source: string, content: string, within?: number): InventedClaim => ({
  source,
  cue: "said",
  content: [content],
  ...(within !== undefined && { within }),
})

function document(text: string, claims: readonly InventedClaim[] = []): RootDocument {
  const { run } = inventedEntry({ text, claims })
  const sentences = Array.from(text.matchAll(/\S[^\n]*/g), ({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
  }))
  return { text, sentences, attributions: run!.attributions, entities: [], figures: [] }
}

const MOOR = document("Sheep prices doubled on the moor.\nA choir sang in the chapel.\nNobody listened to the rain.")
const BLAST = "seven lanterns exploded in Tolvey harbour"
const police = document(`The police said ${BLAST}.`, [said("The police", BLAST)])
const constable = document(`Constable Ida Marrow said that ${BLAST} at noon.`, [said("Constable Ida Marrow", BLAST)])
const nurse = document(`Wenna Strake said: ${BLAST}!`, [said("Wenna Strake", BLAST)])
const own = document(`On Monday ${BLAST}, which woke the whole valley.`)

const find = (documents: readonly RootDocument[]) => {
  const claims = findRoots([...documents, MOOR], [], tables)
  assert.equal(claims.length, 1)
  return claims[0]!
}

describe("roots of a claim", () => {
  test("count an institution and its people once", () => {
    const { roots, min, max, appearances } = find([police, constable])
    assert.deepEqual([roots, min, max], [["The police"], 1, 1])
    assert.deepEqual(
      appearances.map(({ document, root }) => [document, root]),
      [
        [0, 0],
        [1, 0],
      ],
    )
  })

  test("count two who are named as two", () => {
    const { min, max, roots } = find([police, nurse])
    assert.deepEqual([min, max], [2, 2])
    assert.deepEqual([...roots].sort(), ["The police", "Wenna Strake"])
  })

  test("are not raised by one publisher who says it in its own voice", () => {
    const { min, max, tree } = find([police, own])
    assert.deepEqual([min, max], [1, 1])
    assert.deepEqual(
      tree.map(({ root }) => root),
      ["The police", null],
    )
  })

  test("are perhaps one more where three say it in words of their own, and likely where four do", () => {
    const others = [
      `Nobody slept in the valley because ${BLAST} and every bell of the chapel rang.`,
      `Shutters rattled when ${BLAST}, neighbours fled outdoors and dogs barked.`,
      `Windows broke after ${BLAST}; insurers counted broken tiles along the quay.`,
      `A smell of burnt paper hung over everything once ${BLAST} during the yearly fair.`,
    ].map((text) => document(text))
    const count = (least: number) => {
      const { min, max } = find([police, ...others.slice(0, least)])
      return [min, max]
    }
    assert.deepEqual(
      [count(2), count(3), count(4)],
      [
        [1, 1],
        [1, 2],
        [2, 2],
      ],
    )
  })

  test("are counted without a named source as often as the tree lists them so, an outlet once", () => {
    const [first, second, third] = [
      `Nobody slept in the valley because ${BLAST} and every bell of the chapel rang.`,
      `Shutters rattled when ${BLAST}, neighbours fled outdoors and dogs barked.`,
      `Windows broke after ${BLAST}; insurers counted broken tiles along the quay.`,
    ].map((text) => document(text))
    const by = (one: RootDocument, publisher: string) => ({ ...one, publisher })
    const sameWords = document(`The police say ${BLAST}.`)
    const listed = (...documents: RootDocument[]) => {
      const { because, tree } = find([police, ...documents])
      const own = tree.filter(({ root }) => root === null)
      return {
        because,
        own: own.map(({ sure, documents }) => [sure, documents.map((one) => [one.document, ...one.alike])]),
      }
    }
    assert.deepEqual(listed(by(first!, "The Lamp"), by(second!, "Echo"), by(third!, "Echo")), {
      because: ["1 named", "2 without a named source, each in words of its own"],
      own: [[true, [[1], [2, 3]]]],
    })
    assert.deepEqual(listed(first!, second!, sameWords), {
      because: ["1 named", "2 without a named source, each in words of its own"],
      own: [
        [true, [[1], [2]]],
        [false, [[3]]],
      ],
    })
  })

  test("are one at least where nobody is named", () => {
    const { min, roots } = find([own, document(`${BLAST}, and the valley woke.`)])
    assert.equal(min, 1)
    assert.deepEqual(roots, [])
  })

  test("are the innermost who said it; who passed it on is told", () => {
    const text = `Glasswick Radio said the police said ${BLAST}.`
    const outer = said("Glasswick Radio", `the police said ${BLAST}`)
    const relayed = document(text, [outer, said("the police", BLAST, 0)])
    const { roots, min, max, appearances } = find([police, relayed])
    assert.deepEqual([roots.length, min, max], [1, 1, 1])
    assert.deepEqual(appearances[1]!.relayedBy, ["Glasswick Radio"])
  })

  test("are one for the same document a thousand times, and it takes no time", () => {
    const started = performance.now()
    const [claim] = findRoots(
      Array.from({ length: 1000 }, () => police),
      [],
      tables,
    )
    assert.deepEqual([claim!.min, claim!.max, claim!.documents, claim!.appearances.length], [1, 1, 1000, 1000])
    assert.equal(claim!.tree[0]!.documents.length, 1)
    assert.equal(claim!.tree[0]!.documents[0]!.copies.length, 999)
    assert.ok(performance.now() - started < 5000)
  })

  test("are not raised by copies of what is said in an own voice", () => {
    const others = ["So it was.", "Thus it was.", "And so on."].map((end) => document(`${own.text}\n${end}`))
    const copies = [1, 2, 3].map((right) => ({ left: 0, right, share: 1, from: "left" as const }))
    const claim = findRoots([own, ...others, MOOR], copies, tables)[0]!
    assert.deepEqual([claim.min, claim.max], [1, 1])
    assert.deepEqual(claim.tree[0]!.documents, [{ document: 0, relayedBy: [], copies: [1, 2, 3], alike: [] }])
  })

  test("are looked for in vain in one document, and in empty ones", () => {
    assert.deepEqual(findRoots([police], [], tables), [])
    assert.deepEqual(findRoots([], [], tables), [])
    assert.deepEqual(findRoots([document(""), document("")], [], tables), [])
  })

  test("lie between one and the number of documents, whatever the texts", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary", maxLength: 80 }), { maxLength: 4 }), (texts) => {
        for (const { min, max } of findRoots(
          texts.map((text) => document(text.toWellFormed())),
          [],
          tables,
        )) {
          assert.ok(min >= 1 && min <= max && max <= texts.length)
        }
      }),
      { numRuns: 60 },
    )
  })
})

test("documents that are copies of each other in a ring have one origin", () => {
  const ring = [0, 1, 2].map((left) => ({ left, right: (left + 1) % 3, share: 0.9, from: "left" as const }))
  assert.deepEqual(findOrigins(3, ring, groupCopies(3, ring)), [null, 0, 1])
})
