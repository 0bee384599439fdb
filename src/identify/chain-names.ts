import type { Gender, SpeakerLexicon } from "../lexicon/speakers.ts"
import type { Name, NameKind } from "./name.ts"

/** Names of one text that stand for the same one, in reading order. */
export type Chain = { kind: NameKind; names: Name[]; words: readonly string[]; gender: Gender }

/**
 * Names put together by their words: surnames and given names with the full name, short forms and acronyms of
 * organisations with the long one. A short form that fits several goes to the one that is named most.
 */
export function chainNames(names: readonly Name[], lexicon: SpeakerLexicon): Chain[] {
  const persons = chainPersons(
    names.filter(({ kind }) => kind === "person"),
    lexicon,
  )
  const others = chainOthers(
    names.filter(({ kind }) => kind !== "person"),
    lexicon,
  )
  return [...persons, ...others].sort((a, b) => a.names[0]!.start - b.names[0]!.start)
}

const SUFFIXES = new Set(["jr", "sr", "ii", "iii", "iv"])
const surnameOf = (words: readonly string[]): string =>
  words.length > 1 && SUFFIXES.has(words.at(-1)!) ? words.at(-2)! : words.at(-1)!

function chainPersons(names: readonly Name[], lexicon: SpeakerLexicon): Chain[] {
  const chains: Chain[] = []
  const [full, short] = [names.filter(({ words }) => words.length > 1), names.filter(({ words }) => words.length === 1)]
  for (const name of full) {
    const known = chains.find((chain) => isSamePerson(chain.words, name.words))
    if (known) extend(known, name)
    else chains.push({ kind: "person", names: [name], words: name.words, gender: null })
  }
  for (const chain of chains) chain.gender = genderOf(chain, lexicon)
  // "Mrs. Roe" beside "Ivan Roe" alone is somebody else, to whom "Roe" may go as well.
  for (const name of short) {
    if (!name.gender || chains.some((chain) => fits(chain, name))) continue
    const known = chains.find(({ words }) => surnameOf(words) === name.words[0])
    if (known) chains.push({ kind: "person", names: [], words: name.words, gender: name.gender })
  }
  const titled = short.filter(({ gender }) => gender)
  // "Mr. Roe" tells of Ivan Roe, where Robin Roe is a woman: such names count as if they were full.
  const isTitled =
    (chain: Chain) =>
    (name: Name): boolean =>
      surnameOf(chain.words) === name.words[0] &&
      fits(chain, name) &&
      chains.every((other) => other === chain || !fits(other, name))
  const counts = new Map(chains.map((chain) => [chain, chain.names.length + titled.filter(isTitled(chain)).length]))
  const latest = new Map<Chain, number>()
  for (const name of short) {
    const fitting = chains.filter((chain) => fits(chain, name))
    const best = fitting.sort(
      (a, b) => preference(name, b, { counts, latest }) - preference(name, a, { counts, latest }),
    )[0]
    if (best) latest.set(best, name.start)
    if (best) extend(best, name)
    else chains.push({ kind: "person", names: [name], words: name.words, gender: name.gender })
  }
  for (const chain of chains) {
    chain.names.sort((a, b) => a.start - b.start)
    chain.gender = genderOf(chain, lexicon) ?? chain.gender
  }
  return chains.filter(({ names }) => names.length > 0)
}

function extend(chain: Chain, name: Name): void {
  chain.names.push(name)
  if (name.words.length > chain.words.length) chain.words = name.words
}

/** The same surname, and given names that begin alike. */
function isSamePerson(a: readonly string[], b: readonly string[]): boolean {
  if (surnameOf(a) !== surnameOf(b) || SUFFIXES.has(a.at(-1)!) !== SUFFIXES.has(b.at(-1)!)) return false
  const [first, second] = [a[0]!, b[0]!]
  if (isTail(a, b) || isTail(b, a)) return true
  const length = Math.min(first.length, second.length, 2)
  return (
    first.slice(0, length) === second.slice(0, length) ||
    a.slice(0, -1).includes(second) ||
    b.slice(0, -1).includes(first)
  )
}

/** "De Roe" of "Robin de Roe". */
const isTail = (tail: readonly string[], words: readonly string[]): boolean =>
  tail.length < words.length && tail.every((word, index) => words[words.length - tail.length + index] === word)

function fits(chain: Chain, name: Name): boolean {
  const word = name.words[0]!
  if (name.gender && chain.gender && name.gender !== chain.gender) return false
  return (
    surnameOf(chain.words) === word ||
    chain.words[0] === word ||
    chain.words.at(-1) === word ||
    (chain.words.length > 2 && chain.words.includes(word))
  )
}

type Use = Readonly<{ counts: ReadonlyMap<Chain, number>; latest: ReadonlyMap<Chain, number> }>
/** How much more often in full one must be named than another to be meant wherever a short form stands. */
const MANY = 2

/** A surname before a given name; then who is named in full far more often; then who was named last. */
function preference(name: Name, chain: Chain, { counts, latest }: Use): number {
  const bySurname = surnameOf(chain.words) === name.words[0] ? 1e6 : 0
  const often = Math.floor(Math.log(counts.get(chain) ?? 1) / Math.log(MANY))
  const full = chain.names.filter(({ start, words }) => words.length > 1 && start < name.start).at(-1)?.start ?? 0
  const last = Math.max(full, latest.get(chain) ?? 0)
  return bySurname + 1e4 * often + 1e3 * (last / Math.max(1, name.start))
}

function genderOf({ names, words }: Chain, { givenNames }: SpeakerLexicon): Gender {
  const titled = names.find(({ gender }) => gender)
  return titled?.gender ?? (words.length > 1 ? (givenNames.get(words[0]!) ?? null) : null)
}

function chainOthers(names: readonly Name[], lexicon: SpeakerLexicon): Chain[] {
  const [alone, first] = [new Map<string, number>(), new Map<string, number>()]
  for (const { words, start } of names) {
    const key = words.join(" ")
    alone.set(key, (alone.get(key) ?? 0) + 1)
    first.set(key, Math.min(start, first.get(key) ?? start))
  }

  const chains: Chain[] = []
  const byWords = new Map<string, Chain>()
  const longFirst = [...names].sort((a, b) => b.words.length - a.words.length || a.start - b.start)
  for (const name of longFirst) {
    const key = name.words.join(" ")
    const known = byWords.get(key) ?? chains.find((chain) => isShortFor(name, chain, { alone, first, lexicon }))
    if (known) known.names.push(name)
    else chains.push({ kind: name.kind, names: [name], words: name.words, gender: null })
    byWords.set(key, known ?? chains.at(-1)!)
  }
  for (const chain of chains) chain.names.sort((a, b) => a.start - b.start)
  return chains
}

const SMALL = new Set(["of", "the", "for", "and", "on", "in", "at", "to", "a", "de"])
/** Initials of the words that count: "rvc". Of fewer than two letters: none. */
function initials(words: readonly string[], all: boolean): string {
  const counted = all ? words : words.filter((word) => !SMALL.has(word))
  return counted.length < 2 ? "" : counted.map((word) => word[0]).join("")
}

/** "Ministry of Harbours" and "Norvanian Harbours Ministry": the same words in another order, of one people or of none told. */
function isTurned(a: readonly string[], b: readonly string[], { peoples, organisationWords }: SpeakerLexicon): boolean {
  const isOfPeople = (word: string): boolean => peoples.has(word) || /(?:ian|ese)$/.test(word)
  const core = (words: readonly string[]): string =>
    words.filter((word) => !SMALL.has(word) && !isOfPeople(word)).map((word) => word.replace(/s$/, "")).sort().join(" ") // biome-ignore format: one chain
  const people = (words: readonly string[]): string => words.filter(isOfPeople).join(" ")
  const isInstitution = a.length > 1 && b.length > 1 && a.some((word) => organisationWords.has(word))
  if (!isInstitution || core(a) !== core(b) || !core(a).includes(" ")) return false
  return people(a) === people(b) || people(a) === "" || people(b) === ""
}

/** A chamber's name is its own: "the House" is no short form of a White House. */
const CHAMBERS = new Set(["house"])

type Known = Readonly<{
  alone: ReadonlyMap<string, number>
  first: ReadonlyMap<string, number>
  lexicon: SpeakerLexicon
}>

function isShortFor(name: Name, chain: Chain, { alone, first, lexicon }: Known): boolean {
  if (name.words.length === 1) {
    const word = name.words[0]!
    if (
      word.length >= 2 &&
      chain.words.length > 1 &&
      (initials(chain.words, false) === word || initials(chain.words, true) === word)
    )
      return true
  }
  if (name.kind !== chain.kind || chain.kind === "place") return false
  if (isTurned(name.words, chain.words, lexicon)) return true
  const [short, long] = [name.words, chain.words]
  if (short.length >= long.length) return false
  const starts = short.every((word, index) => long[index] === word)
  const ends = short.every((word, index) => long[long.length - short.length + index] === word)
  if (ends) return !CHAMBERS.has(short.join(" "))
  // "Lodmark" is not the Lodmark Senate, and a name that stands mostly alone, and first, is its own: "Tarn" beside "Tarn Plus".
  if (!starts || lexicon.places.has(short.join(" "))) return false
  const isPlain = long.slice(short.length).every((word) => lexicon.organisationWords.has(word) || SMALL.has(word))
  const [brief, full] = [short.join(" "), long.join(" ")]
  return (
    isPlain || (first.get(full) ?? 0) < (first.get(brief) ?? 0) || (alone.get(brief) ?? 0) <= (alone.get(full) ?? 0)
  )
}
