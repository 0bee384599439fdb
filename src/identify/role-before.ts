import type { Name } from "./name.ts"
import {
  HONORIFICS,
  isOfPerson,
  isTitle,
  officeIn,
  pastBracket,
  ROLE_OPENS,
  ROLE_PREPOSITIONS,
  type RoleRun,
} from "./role-run.ts"
import { gapAfter, nameOf, type Scene } from "./scene.ts"

/** The most words of a role before a comma, and of what qualifies one right before a name. */
const LONGEST = 12
const BEFORE = 5
/** The most letters of a title that is cut short: "Capt". */
const SHORT = 5
/** The most words of an office that has "of" in it: "Chairman of the Lodmark Board of Harbours". */
const OFFICE = 8
const NO_MODIFIER = /(?:ed|ing|ly)$/
const NO_QUALIFIER = /^(?:with|than|into|by|but|when|while|that|said|says|told|sent|met|including)$/
const IN_OFFICE = new Set(["of", "for", "the", "and"])

/** Roles before a person's name: right before it or before a comma; `plural`: of all in the list that begins there. */
export function rolesBefore(scene: Scene, name: Name): (RoleRun & Readonly<{ plural: boolean }>)[] {
  const direct = rightBefore(scene, name)
  const first = direct && !direct.plural ? beforeAnd(scene, direct) : null
  const apart = beforeComma(scene, name)
  return [...(direct ? [direct] : []), ...[first, apart].flatMap((run) => (run ? [{ ...run, plural: false }] : []))]
}

/** The persons listed from a name on, itself the first: "Robin Roe (D-Lodmark), Ivan Hale and Orla Vane". */
export function listedFrom(scene: Scene, name: Name): Name[] {
  const found = [name]
  for (;;) {
    const last = pastPlace(scene, pastBracket(scene, found.at(-1)!.to - 1))
    const gap = gapAfter(scene, last).replace(/^\.?\)/, "")
    const isAnd = scene.tokens[last + 1]?.lower === "and"
    const next = nameOf(scene, last + (isAnd ? 2 : 1))
    if (next?.kind !== "person" || found.at(-1)!.possessive || !/^\.?,?\s$/.test(gap)) return found
    if (!isAnd && !gap.includes(",")) return found
    found.push(next)
    if (isAnd) return found
  }
}

/** The last word of "of New Lodmark" behind a name; the name's own last word where none follows. */
function pastPlace(scene: Scene, last: number): number {
  if (scene.tokens[last + 1]?.lower !== "of" || gapAfter(scene, last) !== " ") return last
  const place = nameOf(scene, last + 2)
  return place && place.kind !== "person" ? place.to - 1 : last
}

/** "campaign manager Robin Roe", "Sen. Roe": from the noun or title before a name, leftwards over what qualifies it. */
function rightBefore(scene: Scene, { from: nameFrom }: Name): (RoleRun & Readonly<{ plural: boolean }>) | null {
  const { tokens, lexicon } = scene
  const last = nameFrom - 1
  if (last < 0 || !/^(?:\.?\s+)$/.test(gapAfter(scene, last))) return null
  // A sentence that ends with a title ends with its full stop: "Del." was taken for an end.
  const isCut = tokens[last]!.sentence !== tokens[nameFrom]!.sentence
  if (isCut && (!isTitle(scene, last) || gapAfter(scene, last) !== ". " || tokens[last]!.text.length > SHORT))
    return null
  if (isOfPerson(scene, last)) return null
  const ofPerson = officeIn(scene, { from: Math.max(0, last - 2), end: nameFrom })
  const { lower, capital } = tokens[last]!
  const isOfTitles = capital && !HONORIFICS.has(lower) && lower.endsWith("s") && lexicon.titles.has(lower.slice(0, -1))
  const plural = (ofPerson?.plural ?? false) || isOfTitles
  if (!ofPerson && !isOfTitles && (!isTitle(scene, last) || HONORIFICS.has(lower))) {
    const office = officeBefore(scene, nameFrom)
    return office && { from: growLeft(scene, office.from, nameFrom), to: nameFrom, plural: false }
  }
  const from = ofPerson ? nameFrom - ofPerson.head.split(" ").length : last
  return { from: growLeft(scene, from, nameFrom), to: nameFrom, plural }
}

/** Of "the harbour host and former mayor Robin Roe" the harbour host. */
function beforeAnd(scene: Scene, { from: second }: RoleRun): RoleRun | null {
  const { tokens } = scene
  const end = second - 1
  if (end < 2 || tokens[end]!.lower !== "and" || gapAfter(scene, end) !== " " || gapAfter(scene, end - 1) !== " ")
    return null
  const noun = officeIn(scene, { from: end - 2, end })
  if (!noun || noun.plural || isOfPerson(scene, end - 1)) return null
  const from = growRole(scene, { end, least: Math.max(0, end - BEFORE), words: noun.head.split(" ").length })
  return opensHere(scene, from) ? { from, to: end } : null
}

function growLeft(scene: Scene, start: number, nameFrom: number): number {
  let from = start
  while (from > 0 && nameFrom - from < Math.max(BEFORE, nameFrom - start + 1) && qualifies(scene, from - 1)) from--
  return from
}

/** "Supervisor of Elections Robin Roe", "Speaker of the House Robin Roe": capitals around "of" from a noun for a person on. */
function officeBefore(scene: Scene, nameFrom: number): RoleRun | null {
  const { tokens } = scene
  let hasOf = false
  if (!tokens[nameFrom - 1]!.capital) return null
  for (let at = nameFrom - 1; at >= Math.max(0, nameFrom - OFFICE); at--) {
    const { lower, capital, possessive, sentence } = tokens[at]!
    if (possessive || sentence !== tokens[nameFrom]!.sentence || isOfPerson(scene, at)) return null
    if ((!capital && !IN_OFFICE.has(lower)) || !/^\.?\s$/.test(gapAfter(scene, at))) return null
    if (hasOf && capital && (officeIn(scene, { from: at, end: at + 1 }) || isTitle(scene, at)))
      return { from: at, to: nameFrom }
    hasOf ||= lower === "of" || lower === "for"
  }
  return null
}

/** Whether a word goes with the noun after it: no verb, no small word, no person's name, nothing possessive. */
function qualifies(scene: Scene, at: number): boolean {
  const { tokens, lexicon } = scene
  const [token, next] = [tokens[at]!, tokens[at + 1]!]
  if (token.sentence !== next.sentence || token.possessive || !/^(?:\.?\s|-)$/.test(gapAfter(scene, at))) return false
  if (lexicon.roleRanks.has(token.lower)) return true
  if (lexicon.neverNames.has(token.lower)) return false
  const name = nameOf(scene, at)
  if (name) return name.kind !== "person"
  if (token.capital)
    return (
      !token.first ||
      lexicon.peoples.has(token.lower) ||
      lexicon.nouns.has(token.lower) ||
      lexicon.titles.has(token.lower)
    )
  // "mention Republican leader Roe", "shows former mayor Roe": a verb stands before what opens the role.
  const kind = lexicon.nouns.get(token.lower)?.kind
  if (kind === "person" || kind === "voice") return true
  if ((next.capital && !token.lower.includes("-")) || lexicon.roleRanks.has(next.lower)) return false
  return !NO_MODIFIER.test(token.lower) && !NO_QUALIFIER.test(token.lower)
}

/** "Russia's defence minister, Ivan Roe,": back from the comma to the noun, and what qualifies it. */
function beforeComma(scene: Scene, { from: nameFrom }: Name): RoleRun | null {
  const { tokens } = scene
  let to = nameFrom
  while (to > 0 && HONORIFICS.has(tokens[to - 1]!.lower)) to--
  const last = to - 1
  if (last < 0 || tokens[last]!.sentence !== tokens[nameFrom]!.sentence || !/^,\s+$/.test(gapAfter(scene, last)))
    return null
  const least = Math.max(0, to - LONGEST)
  for (let end = to; end > least; end--) {
    if (end < to && (/[,;:()"“”]/.test(gapAfter(scene, end - 1)) || /\s[-–—]\s/.test(gapAfter(scene, end - 1))))
      return null
    if (isOfPerson(scene, end - 1) && !isAfterPreposition(scene, end - 1)) return null
    const noun = officeIn(scene, { from: Math.max(least, end - 3), end })
    if (!noun || noun.plural) continue
    // Between the noun and the comma only what belongs to it: "of the Lodmark museum".
    if (end < to && !ROLE_PREPOSITIONS.has(tokens[end]!.lower)) return null
    const from = growRole(scene, { end, least, words: noun.head.split(" ").length })
    return opensHere(scene, from) ? { from, to } : null
  }
  return null
}

/** Whether a name stands in what belongs to a noun: "the lawyer of Robin Roe, Ivan Hale,". */
function isAfterPreposition(scene: Scene, at: number): boolean {
  const name = nameOf(scene, at)
  return name !== null && ROLE_PREPOSITIONS.has(scene.tokens[name.from - 1]?.lower ?? "")
}

function growRole(
  scene: Scene,
  { end, least, words }: Readonly<{ end: number; least: number; words: number }>,
): number {
  let from = end - words
  while (from > least && qualifies(scene, from - 1)) from--
  return from
}

/** Whether a phrase begins at a token: behind an article, an owner, a comma, or at its sentence's start. */
function opensHere(scene: Scene, from: number): boolean {
  const opens = scene.tokens[from - 1]
  return (
    !opens ||
    opens.sentence !== scene.tokens[from]!.sentence ||
    ROLE_OPENS.has(opens.lower) ||
    opens.possessive ||
    /,/.test(gapAfter(scene, from - 1))
  )
}
