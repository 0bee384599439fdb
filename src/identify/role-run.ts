import { type Listed, lookUpNoun } from "./look-up-noun.ts"
import { gapAfter, nameOf, type Scene } from "./scene.ts"

/** Tokens that a role is printed with: its first, and the one after its last. */
export type RoleRun = Readonly<{ from: number; to: number }>

export const ROLE_PREPOSITIONS = new Set("of at for to in with on from".split(" "))
export const ROLE_ARTICLES = new Set(["the", "a", "an", "his", "her", "their", "its", "our", "my"])
/** What may stand before a role: articles, and words that tell when it is held. */
export const ROLE_OPENS = new Set([...ROLE_ARTICLES, "now", "currently", "another", "then"])
export const HONORIFICS = new Set("mr mrs ms miss mx sir dame dr".split(" "))

/** "Sen", "Sens", "then-Gov": a title with a capital. */
export function isTitle({ tokens, lexicon }: Scene, at: number): boolean {
  const token = tokens[at]
  return token?.capital === true || /^(?:then|ex|co|vice)-\p{Lu}/u.test(token?.text ?? "")
    ? [token!.lower, token!.lower.replace(/^(?:then|ex|co|vice)-|s$/g, "")].some((word) => lexicon.titles.has(word))
    : false
}

/** The last word of a bracket that follows a name: "Robin Roe (D-Lodmark)"; the name's own last word where none does. */
export function pastBracket(scene: Scene, last: number): number {
  if (!/^\.?\s\($/.test(gapAfter(scene, last))) return last
  for (let at = last + 1; at < last + 6 && at < scene.tokens.length; at++)
    if (/^\.?\)/.test(gapAfter(scene, at))) return at
  return last
}

/** Whether a token belongs to a person's name. */
export const isOfPerson = (scene: Scene, at: number): boolean => nameOf(scene, at)?.kind === "person"

/** Nouns that stand for people without telling what they are. */
export const NO_OFFICE = new Set(
  "one both all each either neither any some many most no few several another other others rest accused majority".split(
    " ",
  ),
)

/** The noun for people that ends a stretch; null where it tells no office. */
export function officeIn(scene: Scene, range: Readonly<{ from: number; end: number }>): Listed | null {
  const noun = lookUpNoun(scene, range)
  return noun && (noun.kind === "person" || noun.kind === "voice") && !NO_OFFICE.has(noun.head) ? noun : null
}
