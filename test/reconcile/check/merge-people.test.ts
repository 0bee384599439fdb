import assert from "node:assert/strict"
import { test } from "vitest"
import { openNames } from "../../../src/comparing.ts"
import { mergePeople, type NamedEntity } from "../../../src/reconcile/check/merge-people.ts"

const compare = openNames()
const likeness = (left: string, right: string) => compare(left, right).score
const one = (document: string, name: string, rest: Partial<NamedEntity> = {}): NamedEntity => ({
  ...{ document, name, kind: "person", roles: [], claims: 1, shown: 1, ...rest },
})

test("spellings of one name are one person, with the claims and documents of both", () => {
  const rows = mergePeople(
    [one("d-1", "Oru Vane"), one("d-2", "Vane, Oru", { claims: 2 }), one("d-3", "Ilse Paderov")],
    likeness,
  )
  assert.equal(rows.length, 2)
  assert.deepEqual([rows[0]!.claims, rows[0]!.documents], [3, 2])
  assert.equal(rows[0]!.aliases.length, 1)
})

test("a person and an organisation of one name stay two", () => {
  const rows = mergePeople([one("d-1", "Vane"), one("d-1", "Vane", { kind: "organisation" })], likeness)
  assert.equal(rows.length, 2)
})

test("the order of the documents changes nothing", () => {
  const all = [one("d-1", "Oru Vane"), one("d-2", "ORU VANE"), one("d-3", "Ilse Paderov"), one("d-4", "Oru Vane")]
  assert.deepEqual(mergePeople([...all].reverse(), likeness), mergePeople(all, likeness))
})
