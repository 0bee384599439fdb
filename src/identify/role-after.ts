import { lookUpNoun } from "./look-up-noun.ts"
import type { Name } from "./name.ts"
import { guessKind } from "./read-phrase.ts"
import {
  isOfPerson,
  isTitle,
  officeIn,
  pastBracket,
  ROLE_ARTICLES,
  ROLE_OPENS,
  ROLE_PREPOSITIONS,
  type RoleRun,
} from "./role-run.ts"
import { gapAfter, nameOf, type Scene } from "./scene.ts"

const LONGEST = 12
/** The most words of an owner: "the New Lodmark Harbour Council's". */
const OWNER = 5
/** The most words before the noun that makes a role: with an article, and without. */
const LEAD = { article: 8, bare: 7 } as const
const MOST_ROLES = 4
/** What ends a role that follows a name: its place, its time, or a clause. */
const ENDS = new Set(
  "in at from with who whom which that whose said says told and but as by where when is was has had have are were during since speaking like unlike".split(
    " ",
  ),
)
const COPULAS = new Set(["is", "was", "became", "remains", "as"])
const NO_LEAD = /(?:ed|ing|ly)$/

/** Roles after a person's name: "Robin Roe, the director of the institute and a lawyer,", "Roe, who runs the harbour,". */
export function rolesAfter(scene: Scene, name: Name): RoleRun[] {
  const runs: RoleRun[] = []
  for (let from = opening(scene, name); from !== null && runs.length < MOST_ROLES; ) {
    const run = roleAt(scene, from)
    if (!run) break
    runs.push(run)
    from = goesOn(scene, run)
  }
  return runs
}

/** Where the next role begins: after "and", after "who", or behind a comma before "a" or "former". Null: there is none. */
function goesOn(scene: Scene, { to }: RoleRun): number | null {
  const { tokens } = scene
  const next = tokens[to]?.lower ?? ""
  if (next === "and") return COPULAS.has(tokens[to + 1]?.lower ?? "") ? to + 2 : to + 1
  if (next === "who" && tokens[to]!.sentence === tokens[to - 1]!.sentence) return afterWho(scene, to)
  if (!/^,\s$/.test(gapAfter(scene, to - 1))) return null
  return next === "a" || next === "an" || next === "former" ? to : null
}

/** Where what follows a name tells what one is: after a comma or a dash, "who", or "is the". Null: nothing does. */
function opening(scene: Scene, name: Name): number | null {
  const { tokens } = scene
  const last = pastBracket(scene, name.to - 1)
  let from = last + 1
  const gap = gapAfter(scene, last).replace(/^\.?\)/, "")
  if (name.possessive || from >= tokens.length || tokens[from]!.sentence !== tokens[name.from]!.sentence) return null
  const word = (at: number): string => tokens[at]?.lower ?? ""
  if (/^\.?,\s+$/.test(gap)) {
    if (/^\d{1,3}$/.test(word(from)) && /^,\s/.test(gapAfter(scene, from))) from++
    return word(from) === "who" ? afterWho(scene, from) : from
  }
  if (/^\s[-–—]{1,2}\s$/.test(gap)) return ROLE_ARTICLES.has(word(from)) ? from : null
  return gap === " " && COPULAS.has(word(from)) && ROLE_OPENS.has(word(from + 1)) ? from + 1 : null
}

/** Where what one is or does begins behind "who". Null: it tells something else. */
function afterWho({ tokens, lexicon }: Scene, who: number): number | null {
  const [first = "", second = "", third = ""] = [1, 2, 3].map((step) => tokens[who + step]?.lower ?? "")
  if (COPULAS.has(first)) return who + 2
  const [verb, next, at] = first === "has" ? [second, third, who + 3] : [first, second, who + 2]
  if (first === "has" && verb === "been") return at
  if (/^serve[sd]$/.test(verb) && next === "as") return at + 1
  return first !== "has" && lexicon.roleVerbs.has(first) ? who + 1 : null
}

const isInName = (scene: Scene, at: number): boolean =>
  nameOf(scene, at) !== null && nameOf(scene, at) === nameOf(scene, at - 1)

/** What one is, or what one does, from a token on. Null: neither is told. */
function roleAt(scene: Scene, opens: number): RoleRun | null {
  const { tokens, lexicon } = scene
  if (opens >= tokens.length) return null
  if (lexicon.roleVerbs.has(tokens[opens]!.lower)) return deedAt(scene, opens)
  if (tokens[opens]!.lower === "one" && tokens[opens + 1]?.lower === "of") return oneOf(scene, opens)
  let at = opens
  while (ROLE_OPENS.has(tokens[at]?.lower ?? "")) at++
  const from = pastOwner(scene, at)
  if (tokens[from]?.sentence !== tokens[opens - 1]?.sentence) return null
  const isOpened = from > opens
  const run = runFrom(scene, { from, isOpened })
  if (!run) return null
  // "a Roe surrogate" is a role, "Robin Hale of Lodmark" is somebody else.
  const owner = nameOf(scene, from)
  const hasNounAfter = (count: number): boolean =>
    owner !== null && lookUpNoun(scene, { from: owner.to, end: Math.min(run.to, owner.to + count) }) !== null
  return owner?.kind === "person" && !hasNounAfter(1) && !hasNounAfter(2) ? null : run
}

/** "one of the mayor's closest aides": up to the noun for several people. */
function oneOf(scene: Scene, from: number): RoleRun | null {
  for (let to = from + 3; to <= from + LONGEST && isOpen(scene, to - 2); to++) {
    if (endsHere(scene, to - 1)) return null
    const noun = lookUpNoun(scene, { from: from + 2, end: to })
    if (noun?.plural) return noun.kind === "person" || noun.kind === "voice" ? { from, to } : null
  }
  return null
}

/** "heads the harbour board": up to its place, its time or the next clause. */
function deedAt(scene: Scene, from: number): RoleRun | null {
  const { tokens } = scene
  const next = tokens[from + 1]
  if (!next || next.sentence !== tokens[from]!.sentence || (!next.capital && !["the", "its"].includes(next.lower)))
    return null
  let to = from + 1
  while (to < tokens.length && to - from < LONGEST && isOpen(scene, to - 1) && !endsHere(scene, to)) to++
  return { from, to }
}

/** Whether a phrase may go on behind a token: nothing but a space, a hyphen, or the full stop of an abbreviation. */
function isOpen(scene: Scene, at: number): boolean {
  const { tokens } = scene
  if (tokens[at + 1]?.sentence !== tokens[at]!.sentence) return false
  const gap = gapAfter(scene, at)
  return /^(?:['’]s?)?(?:\s|-)$/.test(gap) || (gap === ". " && tokens[at]!.capital && tokens[at]!.text.length <= 5)
}

/** Whether a word ends a role; "and" between capitals does not. */
function endsHere(scene: Scene, at: number): boolean {
  const { tokens } = scene
  const { lower } = tokens[at]!
  if (isInName(scene, at) || !ENDS.has(lower)) return false
  return lower !== "and" || !tokens[at - 1]!.capital || tokens[at + 1]?.capital !== true || isOfPerson(scene, at + 1)
}

function runFrom(scene: Scene, { from, isOpened }: Readonly<{ from: number; isOpened: boolean }>): RoleRun | null {
  const { tokens } = scene
  let to = from
  let hasNoun = false
  while (to < tokens.length && to - from < LONGEST && !endsHere(scene, to)) {
    if (!hasNoun && (to - from > (isOpened ? LEAD.article : LEAD.bare) || !(isOpened || mayLead(scene, to))))
      return null
    // "Roe, harbour head Robin Hale and": the role of the next in a list.
    if (hasNoun && isNextOne(scene, to)) {
      if (!tokens.slice(from, to).some(({ lower }) => ROLE_PREPOSITIONS.has(lower))) return null
      break
    }
    to++
    hasNoun ||= officeIn(scene, { from: Math.max(from, to - 3), end: to })?.plural === false
    if (!isOpen(scene, to - 1)) break
  }
  return to > from && (hasNoun || (isOpened && isCalling(scene, from, to))) ? { from, to } : null
}

/** Whether a word may stand before the noun of a role that no article opens: "former harbour board" before "director". */
function mayLead(scene: Scene, at: number): boolean {
  const { tokens, lexicon } = scene
  const { lower, capital } = tokens[at]!
  if (capital || isInName(scene, at) || lexicon.roleRanks.has(lower) || lower.includes("-")) return true
  if (["of", "for", "and"].includes(lower)) return tokens[at - 1]!.capital
  return !lexicon.neverNames.has(lower) && !ROLE_ARTICLES.has(lower) && !NO_LEAD.test(lower)
}

/** Whether somebody else is named here, not after a preposition, an article or a title. */
function isNextOne(scene: Scene, at: number): boolean {
  if (isInName(scene, at) || !isOfPerson(scene, at)) return false
  const before = scene.tokens[at - 1]?.lower ?? ""
  return !ROLE_PREPOSITIONS.has(before) && !ROLE_ARTICLES.has(before) && !isTitle(scene, at - 1)
}

/** Whether the noun before the first preposition ends like one for a person: "a Lodmark organist at the minster". */
function isCalling(scene: Scene, from: number, to: number): boolean {
  const { tokens } = scene
  let end = from
  while (end < to && !ROLE_PREPOSITIONS.has(tokens[end]!.lower)) end++
  if (end === from || !["a", "an"].includes(tokens[from - 1]!.lower) || tokens[end - 1]!.capital) return false
  return !lookUpNoun(scene, { from, end }) && isCalledSo(tokens[end - 1]!.lower)
}
const isCalledSo = (noun: string): boolean => ENDS_LIKE_PERSON.test(noun) && guessKind(noun, false) === "person"
const ENDS_LIKE_PERSON = /(?:[^aeiou]er|ist|ian|woman|man|person|[ts]or|crat|logue|eer|maker)$/

/** Of "Lodmark's harbour master", where "harbour master" begins: what follows an owner that stands within the next words. */
function pastOwner(scene: Scene, from: number): number {
  const { tokens } = scene
  const sentence = tokens[from]?.sentence
  for (let at = from; at < Math.min(from + OWNER, tokens.length) && tokens[at]!.sentence === sentence; at++) {
    if (ROLE_PREPOSITIONS.has(tokens[at]!.lower)) return from
    if (tokens[at]!.possessive) return tokens[at + 1]?.sentence === sentence ? at + 1 : from
    if (!/^\s$/.test(gapAfter(scene, at)) && !(gapAfter(scene, at) === ". " && tokens[at]!.capital)) return from
  }
  return from
}
