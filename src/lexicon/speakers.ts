import { CounterclaimError } from "../model/error.ts"
import { readTable } from "./data.ts"
import { classOf } from "./evidence.ts"

/**
 * What a noun that names a speaker stands for. `voice`: someone who speaks for another ("spokesman", "aide").
 * `organisation` and `document`: an institution; words on paper, which are their owner's where one is printed.
 */
export const NOUN_KINDS = ["person", "voice", "group", "organisation", "document"] as const
export type NounKind = (typeof NOUN_KINDS)[number]

/** `m`, `f`, or null: not told by the word. */
export type Gender = "m" | "f" | null
export type SpeakerNoun = Readonly<{ kind: NounKind; gender: Gender }>

export const PLACE_SIGNS = ["before", "held", "trusts"] as const
export type PlaceSign = (typeof PLACE_SIGNS)[number]

type Classes = ReadonlyMap<string, ReadonlySet<string>>

/** The words that tell who speaks. All keys are lower case, without full stops at their ends. */
export type SpeakerLexicon = Readonly<{
  nouns: ReadonlyMap<string, SpeakerNoun>
  /** Words before a person's name that are no part of it. */
  titles: ReadonlyMap<string, Gender>
  givenNames: ReadonlyMap<string, Gender>
  organisationWords: ReadonlySet<string>
  /** Names of outlets, lower case, without "the". */
  outlets: ReadonlySet<string>
  places: ReadonlySet<string>
  /** Words that tell that a name is a place's: before it, had by it; `trusts`: before "in", those that may be of a person. */
  placeSigns: Readonly<Record<PlaceSign, ReadonlySet<string>>>
  /** Words for the people of a place, and adjectives of it; one word each. */
  peoples: ReadonlySet<string>
  /** Words that begin with a capital at a sentence's start and are no names. */
  neverNames: ReadonlySet<string>
  /** Small words that stand before the capital of a role ("former Norvanian minister"). */
  roleRanks: ReadonlySet<string>
  /** Verbs that tell of somebody's office: "heads", "runs". */
  roleVerbs: ReadonlySet<string>
  /** Classes of each noun that may stand for someone named, and of each word that may stand in or beside the name. */
  classes: Readonly<{ ofNoun: Classes; ofWord: Classes }>
  /** Weight of each thing that speaks for a candidate, by name. */
  weights: ReadonlyMap<string, number>
}>

/**
 * Load the tables of speakers in data/en. Throws `lexicon/unknown-noun-kind`, `lexicon/unknown-gender`,
 * `lexicon/unknown-class` and `lexicon/not-a-number` for a cell that is none, and like `readTable`.
 */
export function loadSpeakers(): SpeakerLexicon {
  const nations = readTable("en/nations.tsv", 2).map(({ cells }) => cells)
  return {
    nouns: new Map(
      readTable("en/speaker-nouns.tsv", 3).map(({ cells, where }) => [
        cells[0]!,
        { kind: toNounKind(cells[1]!, where), gender: toGender(cells[2]!, where) },
      ]),
    ),
    titles: readGenders("en/titles.tsv"),
    givenNames: readGenders("en/given-names.tsv"),
    organisationWords: readWords("en/organisation-words.tsv"),
    outlets: new Set(
      readTable("en/outlets.tsv", 2).flatMap(({ cells }) =>
        cells[1] === "whole" ? [cells[0]!.toLowerCase().replace(/^the /, "")] : [],
      ),
    ),
    places: new Set(nations.map((cells) => withoutStop(cells[0]!.toLowerCase()))),
    placeSigns: readPlaceSigns("en/place-signs.tsv"),
    peoples: new Set(
      nations.flatMap((cells) =>
        cells[1]!
          .toLowerCase()
          .split(",")
          .flatMap((people) => people.split(" ")),
      ),
    ),
    neverNames: readWords("en/never-names.tsv"),
    roleRanks: readWords("en/role-ranks.tsv"),
    roleVerbs: readWords("en/role-verbs.tsv"),
    classes: readClasses("en/speaker-classes.tsv"),
    weights: new Map(
      readTable("en/speaker-weights.tsv", 2).map(({ cells, where }) => [cells[0]!, toWeight(cells[1]!, where)]),
    ),
  }
}

const withoutStop = (word: string): string => word.replace(/\.$/, "")

const readWords = (name: string): ReadonlySet<string> => new Set(readTable(name, 1).map(({ cells }) => cells[0]!))

/** Throws `lexicon/unknown-class` for a sign that is none. */
function readPlaceSigns(name: string): SpeakerLexicon["placeSigns"] {
  const rows = readTable(name, 2).map((row) => [row.cells[0]!, classOf(row, PLACE_SIGNS)] as const)
  const of = (sign: PlaceSign) => new Set(rows.flatMap(([word, one]) => (one === sign ? [word] : [])))
  return { before: of("before"), held: of("held"), trusts: of("trusts") }
}

const readGenders = (name: string): ReadonlyMap<string, Gender> =>
  new Map(readTable(name, 2).map(({ cells, where }) => [cells[0]!, toGender(cells[1]!, where)]))

/** A row a class: its name, nouns, and words of names, both lists with commas. */
function readClasses(name: string): SpeakerLexicon["classes"] {
  const [ofNoun, ofWord] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()]
  const put = (map: Map<string, Set<string>>, words: string, row: string): void => {
    for (const word of words.split(",")) map.set(word, (map.get(word) ?? new Set()).add(row))
  }
  for (const { cells } of readTable(name, 3)) {
    put(ofNoun, cells[1]!, cells[0]!)
    put(ofWord, cells[2]!, cells[0]!)
  }
  return { ofNoun, ofWord }
}

function toNounKind(cell: string, where: string): NounKind {
  const kind = NOUN_KINDS.find((known) => known === cell)
  if (kind) return kind
  throw new CounterclaimError({
    code: "lexicon/unknown-noun-kind",
    what: `"${cell}" is no kind of noun`,
    where,
    fix: `use one of: ${NOUN_KINDS.join(", ")}`,
  })
}

function toGender(cell: string, where: string): Gender {
  if (cell === "m" || cell === "f") return cell
  if (cell === "either" || cell === "-") return null
  throw new CounterclaimError({
    code: "lexicon/unknown-gender",
    what: `"${cell}" is no gender`,
    where,
    fix: "use m, f, either or -",
  })
}

function toWeight(cell: string, where: string): number {
  const weight = Number(cell)
  if (cell.trim() !== "" && Number.isFinite(weight)) return weight
  throw new CounterclaimError({
    code: "lexicon/not-a-number",
    what: `"${cell}" is no number`,
    where,
    fix: "write a decimal number",
  })
}
