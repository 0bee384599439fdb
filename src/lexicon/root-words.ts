import { CounterclaimError } from "../model/error.ts"
import { readTable } from "./data.ts"

/** How a word stands for an institution: as its name, as a title of its people, as a paper that it issues. */
export const INSTITUTION_PARTS = ["body", "member", "paper"] as const
export type InstitutionPart = (typeof INSTITUTION_PARTS)[number]
export type InstitutionWord = Readonly<{ institution: string; part: InstitutionPart }>

/** What telling root sources apart needs to know of words; all in lower case. */
export type RootWords = Readonly<{
  /** "constable" stands for the police, "indictment" for the prosecution. */
  institutions: ReadonlyMap<string, InstitutionWord>
  /** Words that describe a source without naming it ("officials", "the company"). */
  faceless: ReadonlySet<string>
  /** Names of newspapers, stations and agencies: they pass on what others say. */
  press: ReadonlySet<string>
  /** Words that such names end with ("Gazette"). */
  pressEndings: ReadonlySet<string>
}>

/**
 * Load data/roots/institutions.tsv, data/roots/faceless.tsv, data/en/outlets.tsv and data/en/agencies.tsv.
 * Throws `lexicon/unknown-part`, and like `readTable`.
 */
export function loadRootWords(): RootWords {
  const institutions = readTable("roots/institutions.tsv", 3).map(({ cells: [words, institution, part], where }) => {
    const known = INSTITUTION_PARTS.find((one) => one === part)
    if (!known) throw unknownPart(part!, where)
    return [words!, { institution: institution!, part: known }] as const
  })
  const names = (file: string, columns: number) => readTable(file, columns).map(({ cells }) => cells[0]!.toLowerCase())
  const outlets = (part: string) =>
    readTable("en/outlets.tsv", 2).flatMap(({ cells: [name, is] }) => (is === part ? [name!.toLowerCase()] : []))
  return {
    institutions: new Map(institutions),
    faceless: new Set(names("roots/faceless.tsv", 1)),
    press: new Set([...outlets("whole"), ...names("en/agencies.tsv", 1)]),
    pressEndings: new Set(outlets("last")),
  }
}

const unknownPart = (part: string, where: string): CounterclaimError =>
  new CounterclaimError({
    code: "lexicon/unknown-part",
    what: `"${part}" is no part of an institution`,
    where,
    fix: `use one of: ${INSTITUTION_PARTS.join(", ")}`,
  })
