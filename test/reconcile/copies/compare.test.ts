import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import { compare, type Reuse } from "../../../src/reconcile/copies/compare.ts"
import { fingerprint } from "../../../src/reconcile/copies/fingerprint.ts"

const WIRE = `The night ferry Osprey ran aground off Quillmouth before dawn on Tuesday, the harbour office said.
Rescue crews took forty-one passengers off the deck in small boats while the tide went out.
“We heard the keel go over the stones and then every lamp on board went dark,” the mate Orla Vance said.
The ship's owners have promised a full account of the night by the end of the week.`

const between = (left: string, right: string): Reuse => compare(fingerprint(left), fingerprint(right))

/** Texts with repeated words, so that they share something, and any Unicode. */
const word = fc.oneof(
  fc.constantFrom("ferry", "sank", "at", "dawn", "“", "”", ".", "\n"),
  fc.string({ unit: "binary" }),
)
const anyText = fc.array(word, { maxLength: 60 }).map((words) => words.join(" "))
const sidesOf = (value: number) => ({ left: value, right: value })

test("a text of five words or more stands wholly in itself", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const own = fingerprint(text)
      const { containment, longest, passages } = compare(own, own)
      const hasRuns = own.runSet.length > 0
      assert.deepEqual(containment, sidesOf(hasRuns ? 1 : 0))
      assert.equal(longest, hasRuns ? own.words.hashes.length : 0)
      assert.equal(passages.length, hasRuns ? 1 : 0)
    }),
  )
})

test("texts without a word in common share nothing", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(500)), fc.array(fc.nat(500)), (a, b) => {
      const reuse = between(a.map((i) => `a${i}`).join(" "), b.map((i) => `b${i}`).join(" "))
      assert.deepEqual([reuse.containment, reuse.rewording, reuse.passages], [sidesOf(0), sidesOf(0), []])
    }),
  )
})

test("swapping the texts swaps the sides", () => {
  fc.assert(
    fc.property(anyText, anyText, (a, b) => {
      const [there, back] = [between(a, b), between(b, a)]
      for (const figure of ["containment", "ownWords", "rewording", "anchors"] as const) {
        assert.deepEqual(there[figure], { left: back[figure].right, right: back[figure].left })
      }
      assert.equal(there.derived, back.derived)
    }),
  )
})

test("the spans of a passage hold the same words on both sides, and never overlap on the left", () => {
  fc.assert(
    fc.property(anyText, anyText, (a, b) => {
      let end = 0
      for (const { left, right, words } of between(a, b).passages) {
        assert.ok(left.start >= end && words >= 5)
        end = left.end
        const [ours, theirs] = [
          fingerprint(a.slice(left.start, left.end)),
          fingerprint(b.slice(right.start, right.end)),
        ]
        assert.deepEqual(ours.words.hashes, theirs.words.hashes)
        assert.equal(ours.words.hashes.length, words)
      }
    }),
  )
})

test("a text that quotes another whole holds all of it, and spans point at it in both", () => {
  const quoting = `A letter came to this office 🙂 today. ${WIRE} That is all that it says about the matter.`
  const { containment, passages, derived } = between(WIRE, quoting)
  assert.equal(containment.left, 1)
  assert.ok(containment.right > 0.7 && containment.right < 1)
  assert.equal(derived, "wholly")
  const [passage] = passages
  assert.equal(
    quoting.slice(passage!.right.start, passage!.right.end),
    WIRE.slice(passage!.left.start, passage!.left.end),
  )
})

test("two reporters at one press conference share its quotations and no words of their own", () => {
  const quotation = "“Nobody on the bridge was asleep and nobody on the bridge was drunk that night,”"
  const left = `${quotation} the captain told a crowded hall in Quillmouth, where families had waited since noon.`
  const right = `Relatives jeered as Ruda Meck rose to speak. ${quotation} he said before leaving by a back door.`
  const { containment, ownWords } = between(left, right)
  assert.ok(containment.left > 0.3 && containment.right > 0.3)
  assert.deepEqual(ownWords, sidesOf(0))
})

test("letter case, accents, soft hyphens and the form of quotation marks tell no words apart", () => {
  const other = WIRE.toUpperCase()
    .replace("QUILLMOUTH", "Quíllmouth")
    .replace("OSPREY", "Os\u00adprey")
    .replace(/[“”]/g, '"')
  assert.deepEqual(between(WIRE, other).containment, sidesOf(1))
})

test("a script without spaces is compared by its characters", () => {
  const left = "昨夜港の近くで船が座礁したと港湾局が発表した"
  const { containment } = between(left, `速報 ${left}`)
  assert.equal(containment.left, 1)
})

test("nothing is derived from a text that is empty or of four words", () => {
  for (const text of ["", "\n", "ran aground off Quillmouth", "\ud800"]) {
    assert.deepEqual(between(text, WIRE).containment, sidesOf(0))
    assert.equal(between(text, WIRE).derived, "none")
    assert.equal(between(text, text).derived, "none")
  }
})

test("a long text of one word takes no more time than any", () => {
  const text = "ferry ".repeat(50_000)
  const start = performance.now()
  assert.deepEqual(between(text, text).containment, sidesOf(1))
  assert.ok(performance.now() - start < 5000)
})
