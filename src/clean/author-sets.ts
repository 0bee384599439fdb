import { readGivenNames } from "../lexicon/given-names.ts"
import { type AuthorPlace, type PlaceKind, WEAK_PLACES } from "./author-places.ts"
import { namePieces, namesIn, otherSigner } from "./byline.ts"

/** Names that may be all of a page's authors. */
export type AuthorSet = Readonly<{
  names: readonly string[]
  /** The kinds of places that give exactly these. */
  kinds: ReadonlySet<PlaceKind>
  /** Whether no place gives them as persons' names: a desk, a pen name, whatever stands between commas. */
  isLoose: boolean
  /** Whether they are but the first line of each place that gives them. */
  isFirst: boolean
}>

const MOST_SETS = 24

/** The sets of names that the places give, each once, the empty set first. At most 25. */
export function authorSets(places: readonly AuthorPlace[], publisher: string | null): AuthorSet[] {
  const sets = new Map<string, { -readonly [Key in keyof AuthorSet]: AuthorSet[Key] } & { kinds: Set<PlaceKind> }>()
  const add = (kind: PlaceKind, all: readonly string[], isLoose: boolean, isFirst: boolean) => {
    const names = [...new Map(all.map((name) => [name.toLowerCase(), name])).values()]
    const key = names.map(foldName).sort().join("\n")
    const there = sets.get(key)
    if (there) {
      there.kinds.add(kind)
      there.isLoose &&= isLoose
      there.isFirst &&= isFirst
    } else if (key !== "" && sets.size < MOST_SETS) sets.set(key, { names, kinds: new Set([kind]), isLoose, isFirst })
  }
  for (const { kind, lines } of places) {
    const strict = lines.map((line) => namesIn(line, publisher))
    add(kind, strict.flat(), false, false)
    add(kind, lines.flatMap(pieces), true, false)
    for (const line of lines.slice(0, 3)) add(kind, withoutMarks(line), true, lines.length > 1)
    // JSON-LD lists authors and nothing else; elsewhere the first line alone may be meant.
    if (lines.length < 2 || kind === "data") continue
    add(kind, strict.find((names) => names.length > 0) ?? [], false, true)
    add(kind, pieces(lines[0]!), true, true)
  }
  return [{ names: [], kinds: new Set(), isLoose: false, isFirst: false }, ...sets.values()]
}

/** Whether a place gives these names that is meant for names of authors. */
export const isStrong = ({ kinds }: AuthorSet): boolean => [...kinds].some((kind) => !WEAK_PLACES.has(kind))

const pieces = (line: string): string[] => namePieces(line).flatMap(otherSigner)

/** Letters and digits in small letters: what tells names apart. */
export const foldName = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "")

/** "Ines Marlow Tom Arden": where no mark stands between names, a given name begins the next. Empty for a single name. */
function withoutMarks(line: string): string[] {
  const words = line.trim().split(/\s+/)
  if (words.length < 4 || words.length > 15 || !words.every((word) => /^\p{Lu}[\p{L}’'.-]*$/u.test(word))) return []
  const names: string[][] = [[]]
  for (const word of words) {
    const last = names.at(-1)!
    if (last.length >= 2 && isGiven(word)) names.push([word])
    else last.push(word)
  }
  return names.length < 2 || names.at(-1)!.length < 2 ? [] : names.map((name) => name.join(" "))
}

let givenNames: ReadonlySet<string> | null = null

/** Whether a name begins with a given name that is known. */
export function isGiven(name: string): boolean {
  givenNames ??= readGivenNames()
  return givenNames.has(/^[^\s-]+/.exec(name)?.[0].toLowerCase() ?? "")
}
