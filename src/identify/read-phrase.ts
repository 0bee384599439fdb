import type { Gender, NounKind } from "../lexicon/speakers.ts"
import type { Span } from "../model/span.ts"
import type { Actor } from "./actor.ts"
import { BREAKS, CUTS, DEFINITE, type Extent, headEnd, POSSESSIVE_PRONOUNS, withoutVerb } from "./head-end.ts"
import { type Listed, lookUpNoun } from "./look-up-noun.ts"
import type { Name } from "./name.ts"
import { gapAfter, nameOf, type Scene, tokensIn } from "./scene.ts"

export type Noun = Readonly<{
  /** Lower case, in the singular where the list has it so. */
  head: string
  kind: NounKind
  gender: Gender
  plural: boolean
  /** "the", "this", or an owner; else "a", a number, or nothing. */
  definite: boolean
  /** Lower case words of the phrase, articles aside. */
  words: readonly string[]
  /** Whose it is, where that is named. */
  owner: Actor | null
  /** Whose it is, where a pronoun tells: "his". */
  ownerPronoun: (Span & Readonly<{ word: string }>) | null
  /** What follows "by", "from" or "of"; of one who speaks for another, whose words these are: "for the ministry", "ministry" before "spokesman". */
  tail: Span | null
}>

/** What a source's words are. `span`: the words that name or describe, without what follows them. */
export type Phrase =
  | Readonly<{ type: "name"; span: Span; actor: Actor; owner: Actor | null }>
  | Readonly<{ type: "pronoun"; span: Span; word: string }>
  | Readonly<{ type: "noun"; span: Span; noun: Noun }>

const PRONOUNS = new Set(
  "i me my you he him his she her hers it its we us our they them their who whom whose which that this these those himself herself themselves itself myself".split(
    " ",
  ),
)
const ARTICLES = new Set(["the", "a", "an"])
const QUANTITIES = new Set(
  "some many most few several all both each none one two three four five number group couple handful dozens hundreds thousands scores majority half any neither either members percent third quarter pair lots plenty raft host array range string series batch trio duo slew mix".split(
    " ",
  ),
)
/** Prepositions that a source may begin with: "from the ministry". */
const LEADING = new Set(["from", "by", "of", "for", "to", "with", "among", "even"])
const OWNING = new Set(["by", "from", "of"])
const SERVING = new Set(["for", "at", "with"])

/** Read a source's words: a name, a pronoun, or a noun with what it is made of. Null when there are no words. */
export function readPhrase(scene: Scene, source: Span): Phrase | null {
  const { tokens } = scene
  const { from: opens, to } = tokensIn(tokens, source)
  const from = opens < to - 1 && LEADING.has(tokens[opens]!.lower) ? opens + 1 : opens
  if (from >= to) return null
  const first = tokens[from]!
  const word = withoutVerb(first.lower)
  const isPronoun = PRONOUNS.has(word)
  if (to - from === 1 && isPronoun) return { type: "pronoun", span: first, word }
  const named = nameAfterRole(scene, { from, to })
  if (named) return named
  const end = headEnd(scene, { from, to })
  const head = nameOf(scene, end - 1)
  if (head && !isPeople(scene, end - 1)) return namePhrase(scene, { from, end, to })
  if (isCalledGroup(scene, { from, end })) return namePhrase(scene, { from, end: end - 1, to })
  if (end - from === 1 && isPronoun && !CROWD.has(word)) return { type: "pronoun", span: first, word }
  return appositive(scene, { from, end, to }) ?? nounPhrase(scene, { from, end, to })
}

/** Before a person's name: words that make it somebody beside the one who speaks. */
const BESIDE = new Set(
  "of for in on at from with by to about near like including and or the a an than as against between over his her their its who whom whose".split(
    " ",
  ),
)

/** "Harbour Board chief of staff Robin Roe": the name that ends a role, though "of" stands within it. */
function nameAfterRole(scene: Scene, { from, to }: Readonly<{ from: number; to: number }>): Phrase | null {
  const { tokens } = scene
  for (let at = from; at < to; at++) {
    if (at > from && CUTS.test(gapAfter(scene, at - 1)) && nameOf(scene, at) !== nameOf(scene, at - 1)) return null
    const name = nameOf(scene, at)
    if (name?.kind !== "person") continue
    const isRole =
      at === name.from && at - from > 2 && name.to <= to && !name.possessive && !BESIDE.has(tokens[at - 1]!.lower)
    const isEnd = name.to >= to || CUTS.test(gapAfter(scene, name.to - 1)) || BREAKS.has(tokens[name.to]!.lower)
    if (!isRole || !isEnd || tokens[at - 1]!.possessive) return null
    const of = tokens.slice(from, at).findIndex(({ lower }) => lower === "of" || lower === "for")
    const hasRole = of > 0 && lookUpNoun(scene, { from, end: from + of }) !== null
    const isClean = tokens.slice(from, at).every(({ lower }) => !BREAKS.has(lower) || lower === "of" || lower === "for")
    return hasRole && isClean ? { type: "name", span: name, actor: scene.actorOf.get(name)!, owner: null } : null
  }
  return null
}

/** Not pronouns where something follows that tells who is meant: "those who came". */
const CROWD = new Set(["those", "these"])
/** "Republicans", "Ukrainians": people, though their name has a capital. */
function isPeople({ tokens, lexicon, nameAt }: Scene, token: number): boolean {
  const { lower } = tokens[token]!
  const single = lower.replace(/s$/, "")
  if (!lower.endsWith("s") || (nameAt[token] === nameAt[token - 1] && nameAt[token]! >= 0)) return false
  const kind = lexicon.nouns.get(single)?.kind
  return lexicon.peoples.has(single) || (kind !== undefined && kind !== "document")
}

/** "The Tarn group": an institution of that name. */
function isCalledGroup(scene: Scene, { from, end }: Readonly<{ from: number; end: number }>): boolean {
  const name = end - from > 2 ? nameOf(scene, end - 2) : null
  if (name?.kind !== "organisation" || name.possessive || name.from !== from + 1) return false
  return scene.tokens[from]!.lower === "the" && GROUPS.has(scene.tokens[end - 1]!.lower)
}
const GROUPS = new Set(["group", "network", "company", "agency", "organisation", "organization", "militia", "firm"])

function namePhrase(scene: Scene, { end }: Extent): Phrase {
  const name = nameOf(scene, end - 1)!
  return { type: "name", span: name, actor: scene.actorOf.get(name)!, owner: null }
}

/** The last one named in a stretch. */
function ownerIn(scene: Scene, { from, to }: Readonly<{ from: number; to: number }>): Actor | null {
  for (let at = to - 1; at >= from; at--) {
    const name = nameOf(scene, at)
    if (name) return scene.actorOf.get(name) ?? null
  }
  return null
}

/** Of "a spokesman for the ministry", "director of the institute": the one named after the preposition. */
function ownerAfter(scene: Scene, { from, to }: Readonly<{ from: number; to: number }>): Actor | null {
  for (let at = from; at < to - 1; at++) {
    if (!["for", "of", "with", "at", "by", "from"].includes(scene.tokens[at]!.lower)) continue
    for (let next = at + 1; next < Math.min(to, at + 4); next++) {
      const name = nameOf(scene, next)
      if (name) return scene.actorOf.get(name) ?? null
    }
  }
  return null
}

/** "The ministry's spokesman, Ivan Roe,": the name after the comma. */
function appositive(scene: Scene, { from, end, to }: Extent): Phrase | null {
  const cut = nextCut(scene, { from: end - 1, to })
  if (cut === null || cut >= to) return null
  const name = nameAfter(scene, { from: cut, to })
  if (name?.kind !== "person" || name.possessive || name.to > to) return null
  const noun = nounPhrase(scene, { from, end, to: cut })
  if (noun?.type !== "noun" || !["person", "voice"].includes(noun.noun.kind) || noun.noun.plural) return null
  return {
    type: "name",
    span: name,
    actor: scene.actorOf.get(name)!,
    owner: noun.noun.kind === "voice" ? noun.noun.owner : null,
  }
}

/** How many words a role may have before the name: "former Norvanian harbour minister". */
const ROLE = 6

/** The name that a stretch begins with, or that follows a role which it begins with. */
function nameAfter(scene: Scene, { from, to }: Readonly<{ from: number; to: number }>): Name | null {
  const { tokens, lexicon } = scene
  for (let at = from; at < Math.min(to, from + ROLE + 1); at++) {
    const name = nameOf(scene, at)
    const isRole = at === from || lexicon.titles.has(tokens[at - 1]!.lower) || isPerson(scene, { from, end: at })
    const isEnd =
      name !== null && (name.to >= to || CUTS.test(gapAfter(scene, name.to - 1)) || BREAKS.has(tokens[name.to]!.lower))
    if (name?.kind === "person" && name.from === at && (isEnd || at === from)) return isRole ? name : null
    if (BREAKS.has(tokens[at]!.lower) || (at > from && /[,;:()—–]/.test(gapAfter(scene, at - 1)))) return null
  }
  return null
}

function isPerson(scene: Scene, { from, end }: Readonly<{ from: number; end: number }>): boolean {
  const kind = lookUpNoun(scene, { from, end })?.kind
  return kind === "person" || kind === "voice"
}

/** The token after the first comma from a token on. */
function nextCut(scene: Scene, { from, to }: Readonly<{ from: number; to: number }>): number | null {
  for (let at = from; at < to - 1; at++) if (CUTS.test(gapAfter(scene, at))) return at + 1
  return null
}

function nounPhrase(scene: Scene, { from, end, to }: Extent): Phrase | null {
  const { tokens } = scene
  const first = tokens[from]!
  const span = { start: first.start, end: tokens[end - 1]!.end }
  const headToken = tokens[end - 1]!
  const listed = lookUpNoun(scene, { from, end })
  const isQuantity = QUANTITIES.has(headToken.lower) && tokens[end]?.lower === "of"
  const inner =
    isQuantity && end + 1 < to
      ? nounPhrase(scene, { from: end + 1, end: headEnd(scene, { from: end + 1, to }), to })
      : null
  const innerNoun = inner?.type === "noun" ? inner.noun : null
  const isOne = headToken.lower === "one" || first.lower === "one"
  const isShare = SHARE.test(scene.text.slice(first.start, tokens[to - 1]!.end))
  const plural =
    isShare || isCrowd(scene, { from, end, to }) || isQuantity
      ? isShare || !isOne
      : (listed?.plural ?? /[^s]s$/.test(headToken.lower))
  const ownerPronoun =
    POSSESSIVE_PRONOUNS.has(first.lower) && end - from > 1
      ? { start: first.start, end: first.end, word: first.lower }
      : null
  const owner = ownerIn(scene, { from, to: end - 1 }) ?? ownerAfter(scene, { from: end, to })
  const isNation = first.lower === "the" && end - from > 1 && scene.lexicon.peoples.has(headToken.lower)
  const isAnyone = isQuantity && isOne && !isShare && innerNoun?.kind === "group"
  const kind = isAnyone
    ? "person"
    : isNation
      ? "group"
      : isQuantity
        ? (innerNoun?.kind ?? "group")
        : (listed?.kind ?? guessKind(headToken.lower, plural))
  const words = tokens.slice(from, end).flatMap(({ lower }) => (ARTICLES.has(lower) ? [] : [lower]))
  const noun: Noun = {
    head: listed?.head ?? headToken.lower,
    kind,
    gender: listed?.gender ?? null,
    plural,
    definite:
      DEFINITE.has(first.lower) ||
      ownerPronoun !== null ||
      tokens.slice(from, end - 1).some(({ possessive }) => possessive),
    words,
    owner: owner ?? innerNoun?.owner ?? null,
    ownerPronoun,
    tail: tailOf(scene, { from, end, to }, listed),
  }
  const whole = isQuantity && inner ? { start: span.start, end: inner.span.end } : span
  return { type: "noun", span: whole, noun }
}

/** "One in five", "nearly nine out of 10", "half of those asked", "just shy of a third". */
const SHARE =
  /^(?:\d+(?:\.\d+)?\s?(?:%|percent|per\s+cent)|(?:(?:about|nearly|almost|roughly|some|only|just|over|more than|fewer than|less than)\s+)?(?:[\p{L}\d]+(?:\s+(?:in|of|out\s+of)(?:\s+every)?\s+(?:[2-9]|\d{2,}|two|three|four|five|six|seven|eight|nine|ten|twenty|hundred)(?![\p{L}\d-]))|(?:shy\s+of\s+)?(?:a\s+)?(?:half|third|quarter|majority|fifth)(?!\p{L})|(?:two|three)[- ](?:thirds|quarters|fifths)|much\s+of|most\s+of))/iu

/** "Many", "some", "those involved" by themselves are several. */
function isCrowd({ tokens }: Scene, { from, end }: Extent): boolean {
  return tokens[from]!.lower === "those" || (end - from === 1 && ALONE.has(tokens[from]!.lower))
}
const ALONE = new Set("some many most few several all both others much these those".split(" "))

const PERSON_ENDS = /(?:[^aeiou]ers?|ists?|ians?|[ao]nts?|men|man|ees?|[ts]ors?|crats?|logues?)$/
const THING_ENDS = /(?:tions?|ments?|ness|it(?:y|ies)|[ae]nces?|isms?|ings?|ages?|ures?|acy|ships?|(?:o|a)grams?)$/

/** What a noun that is not listed stands for, by how it ends; people where that does not tell. */
export function guessKind(head: string, plural: boolean): NounKind {
  if (THING_ENDS.test(head)) return "document"
  return PERSON_ENDS.test(head) && !plural ? "person" : plural ? "group" : "person"
}

function tailOf(scene: Scene, { from, end, to }: Extent, listed: Listed | null): Span | null {
  const { tokens } = scene
  const isVoice = listed?.kind === "voice"
  const next = tokens[end]?.lower ?? ""
  if (end + 1 < to && (OWNING.has(next) || (isVoice && SERVING.has(next))))
    return { start: tokens[end + 1]!.start, end: tokens[to - 1]!.end }
  const before = isVoice ? end - listed.head.split(" ").length : from
  const isOwned = before > from && lookUpNoun(scene, { from, end: before })?.kind === "organisation"
  return isOwned ? { start: tokens[from]!.start, end: tokens[before - 1]!.end } : null
}
