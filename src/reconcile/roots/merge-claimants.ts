import type { AttributionId } from "../../model/attribution.ts"
import { type Judged, NOTHING_JUDGED } from "../../model/judged.ts"
import { joinJudgedNames, openJudgedGroups } from "../judged/judged-groups.ts"
import { joinJudgedClaims } from "../judged/judged-statements.ts"
import type { Claimant } from "./claimant.ts"
import type { Groups } from "./groups.ts"

/** A claimant with the place of its document in the list. */
export type Placed = Readonly<{ document: number; claimant: Claimant; attribution?: AttributionId }>

/**
 * Who is one: a number for each claimant, the same for those that are one root: a person and the same person elsewhere,
 * a constable and the police, "the ministry" and the ministry by its name. -1 for those whom no face is put to (faceless,
 * press), unless people said that it is one who has. What people judged of names and claims comes before all else. Does not
 * throw.
 */
export function mergeClaimants(placed: readonly Placed[], judged: Judged = NOTHING_JUDGED): number[] {
  const names = placed.map(({ claimant }) => claimant.label)
  const { find, join } = openJudgedGroups(names, judged.names)
  joinJudgedNames(names, judged.names, join)
  joinJudgedClaims(
    placed.map(({ attribution }) => ({ attribution: attribution === undefined ? null : { id: attribution } })),
    judged.claims,
    join,
  )
  const groups: Groups = { of: find, join }
  joinPersons(placed, groups)
  joinInstitutions(placed, groups)
  joinOrganisations(placed, groups)
  const rooted = new Set(placed.flatMap(({ claimant }, index) => (isRoot(claimant) ? [groups.of(index)] : [])))
  return placed.map((_, index) => (rooted.has(groups.of(index)) ? groups.of(index) : -1))
}

const isRoot = ({ kind }: Claimant): boolean => kind !== "faceless" && kind !== "press"

const indexesOf = (placed: readonly Placed[], kinds: readonly string[]): number[] =>
  placed.flatMap(({ claimant }, index) => (kinds.includes(claimant.kind) ? [index] : []))

/** One surname and no two given names that differ. */
function joinPersons(placed: readonly Placed[], { join }: Groups): void {
  const surnames = new Map<string, number[]>()
  for (const index of indexesOf(placed, ["person"])) {
    const surname = placed[index]!.claimant.words.at(-1)!
    surnames.set(surname, [...(surnames.get(surname) ?? []), index])
  }
  for (const [first, ...others] of surnames.values()) {
    for (const other of others) {
      if (agree(placed[first!]!.claimant.words, placed[other]!.claimant.words)) join(first!, other)
    }
  }
}

/** Whether one name's words stand in the other, or both share a given name. */
function agree(left: readonly string[], right: readonly string[]): boolean {
  const [a, b] = [left.slice(0, -1), right.slice(0, -1)]
  if (a.length === 0 || b.length === 0) return true
  return a.some((word) => b.some((other) => word.startsWith(other) || other.startsWith(word)))
}

/** All that stand for one institution, its people included; two bodies where documents set two names against each other. */
function joinInstitutions(placed: readonly Placed[], { join }: Groups): void {
  const byInstitution = new Map<string, number[]>()
  for (const [index, { claimant }] of placed.entries()) {
    if (claimant.institution) {
      byInstitution.set(claimant.institution, [...(byInstitution.get(claimant.institution) ?? []), index])
    }
  }
  for (const [first, ...others] of byInstitution.values()) for (const other of others) join(first!, other)
}

/** One name in the other, letter for letter at its beginning ("Egypt", "Egyptian"), or its initials. */
function joinOrganisations(placed: readonly Placed[], { join }: Groups): void {
  const organisations = indexesOf(placed, ["organisation", "person", "institution"]).filter(
    (index) => placed[index]!.claimant.words.length > 0,
  )
  for (const [place, one] of organisations.entries()) {
    for (const other of organisations.slice(place + 1)) {
      const [a, b] = [placed[one]!.claimant, placed[other]!.claimant]
      if (a.kind !== "organisation" && b.kind !== "organisation") continue
      if (a.kind === "institution" || b.kind === "institution") continue
      if (isSameName(a.words, b.words)) join(one, other)
    }
  }
}

const LEAST_START = 4

function isSameName(left: readonly string[], right: readonly string[]): boolean {
  const [few, many] = left.length <= right.length ? [left, right] : [right, left]
  const isIn = few.every((word) => many.some((other) => other === word || startsAlike(word, other)))
  return isIn || (few.length === 1 && few[0] === many.map((word) => word[0]).join(""))
}

const startsAlike = (a: string, b: string): boolean =>
  Math.min(a.length, b.length) >= LEAST_START && (a.startsWith(b) || b.startsWith(a))
