import { INSTITUTION_PARTS, type InstitutionPart, type RootWords } from "../../lexicon/root-words.ts"
import type { Attribution } from "../../model/attribution.ts"
import type { Entity } from "../../model/entity.ts"

/**
 * How much is known of who speaks: a person, a body that has a name, an institution that a word stands for ("police"),
 * a newspaper or agency that passes on, somebody undescribed.
 */
export type ClaimantKind = "person" | "organisation" | "institution" | "press" | "faceless"

/** Who says it, as one document has it. */
export type Claimant = Readonly<{
  kind: ClaimantKind
  /** As the document names or describes it; fit to be shown. */
  label: string
  /** "police" for "Constable", "Police Department"; null: none. */
  institution: string | null
  /** Whether the label names the institution or body itself, not one of its people. */
  body: boolean
  /** The words that tell this one from others of its kind, lower case: given name and surname, "vancouver". */
  words: readonly string[]
}>

const ROLE_WORDS = 4
const WORD = /[\p{L}\p{M}\p{N}]+(?:['\u2019.][\p{L}\p{M}\p{N}]+)*/gu
const POSSESSIVE = /['\u2019]s$/u

type Told = Readonly<{ printed: string | null; speaker: Entity | null; onBehalfOf: Entity | null }>

/** Who speaks in an attribution. Never null: where nobody is named, the claimant is `faceless`. Does not throw. */
export function toClaimant({ printed, speaker, onBehalfOf }: Told, words: RootWords): Claimant {
  const label = speaker?.name ?? printed ?? "nobody named"
  const roles = (speaker?.roles ?? []).filter((role) => role.split(" ").length <= ROLE_WORDS)
  const described = [printed ?? "", speaker?.name ?? "", ...roles, onBehalfOf?.name ?? ""]
  const institution = findInstitution(described, words)
  const isPerson = speaker?.kind === "person" && names(speaker.name, words).length > 0
  const own = names(label, words)
  if (!institution && isPress(label, speaker, words))
    return { kind: "press", label, institution: null, body: true, words: own }
  if (isPerson) return { kind: "person", label, institution, body: false, words: own }
  if (institution) return { kind: "institution", label, institution, body: isBody(label, words), words: own }
  const behalf = onBehalfOf ? names(onBehalfOf.name, words) : []
  if (behalf.length > 0)
    return { kind: "organisation", label: onBehalfOf!.name, institution: null, body: true, words: behalf }
  if (own.length > 0 && speaker?.kind !== "group" && speaker?.kind !== "anonymous" && speaker?.kind !== "document") {
    return { kind: "organisation", label, institution: null, body: true, words: own }
  }
  return { kind: "faceless", label, institution: null, body: false, words: [] }
}

/** What an attribution says of its claimant. */
export const toldOf = (
  text: string,
  { source, speaker, onBehalfOf }: Attribution,
  entities: ReadonlyMap<string, Entity>,
): Told => ({
  printed: source && text.slice(source.start, source.end),
  speaker: (speaker && entities.get(speaker)) || null,
  onBehalfOf: (onBehalfOf && entities.get(onBehalfOf)) || null,
})

/** The institution that the descriptions speak of: bodies before their people, longer words first; null: none. */
function findInstitution(described: readonly string[], words: RootWords): string | null {
  for (const part of INSTITUTION_PARTS) {
    const found = described.flatMap((one) => wordsIn(one, part, words)).sort((a, b) => b.length - a.length)[0]
    if (found !== undefined) return words.institutions.get(found)!.institution
  }
  return null
}

/** A body is named, and nobody of its people. */
const isBody = (label: string, words: RootWords): boolean =>
  wordsIn(label, "body", words).length > 0 && wordsIn(label, "member", words).length === 0

function wordsIn(description: string, part: InstitutionPart, { institutions }: RootWords): string[] {
  const text = ` ${(description.toLowerCase().match(WORD) ?? []).join(" ")} `
  return [...institutions].flatMap(([words, of]) => (of.part === part && text.includes(` ${words} `) ? [words] : []))
}

/** Printed as a newspaper, station or agency: by its name, or by what such names of two words or more end with. */
function isPress(label: string, speaker: Entity | null, { press, pressEndings }: RootWords): boolean {
  const name = label.toLowerCase().replace(/^the /, "")
  if (press.has(name) || press.has(label.toLowerCase())) return true
  const words = name.split(" ")
  // A surname may end as they do.
  return speaker?.kind !== "person" && words.length > 1 && pressEndings.has(words.at(-1)!)
}

/** The capitalised words of a name, lower case, without those that describe or stand for institutions. */
function names(name: string, { faceless, institutions }: RootWords): string[] {
  const printed = (name.match(WORD) ?? []).filter((word) => /^[\p{Lu}\p{Lt}\p{N}\p{Lo}]/u.test(word))
  const lower = printed.map((word) => word.toLowerCase().replace(POSSESSIVE, ""))
  return lower.filter((word) => !faceless.has(word) && !institutions.has(word) && word !== "the")
}
