import type { SpeakerLexicon } from "../lexicon/speakers.ts"
import { growNames, spanning } from "./grow-names.ts"
import { joinNames } from "./join-names.ts"
import type { Name } from "./name.ts"
import type { Token } from "./token.ts"

type Text = Readonly<{ text: string; tokens: readonly Token[]; lexicon: SpeakerLexicon }>

/**
 * Names as they are meant where a finder stopped short or ran on: a nickname in quotation marks joins what stands
 * around it, "Committee" goes on with "for Fair Play", and words that touch a person's name are cut off.
 */
export function mendNames(names: readonly Name[], { text, tokens, lexicon }: Text): Name[] {
  const whole = joinParticles(growNames(joinNames(names, { text, tokens, lexicon }), { text, tokens, lexicon }), {
    text,
    tokens,
    lexicon,
  })
  const joined = joinNicknames(whole, { text, tokens, lexicon }).map((name) => goOn(name, { text, tokens, lexicon }))
  const persons = joined.filter(({ kind, words }) => kind === "person" && words.length > 1)
  const counts = new Map<string, number>()
  for (const { words } of persons)
    for (const key of [words.join(" "), words.at(-1)!]) counts.set(key, (counts.get(key) ?? 0) + 1)
  return withoutTouching(joined).map((name) => cut(name, { counts, tokens, lexicon }))
}

const NICKNAME = /^\.?\s*(?:"|“|'|‘|'')$/
const CLOSES = /^(?:"|”|'|’|'')\s+$/

const PARTICLES = new Set("de del della der di du la van von bin ibn al el da dos ter ten af".split(" "))

/** "Robin" goes on with "de Roe", whether that was found or not. */
function joinParticles(names: readonly Name[], { text, tokens }: Text): Name[] {
  return names.map((name) => {
    if (name.kind !== "person" || name.possessive) return name
    let to = name.to
    const isOpen = (at: number): boolean =>
      tokens[at] !== undefined && text.slice(tokens[at - 1]!.end, tokens[at]!.start) === " "
    while (isOpen(to) && PARTICLES.has(tokens[to]!.text)) to++
    return to > name.to && isOpen(to) && tokens[to]!.capital ? spanning(name, name.from, to + 1, tokens) : name
  })
}

/** `Robin "Bob" Roe`. */
function joinNicknames(names: readonly Name[], { text, tokens }: Text): Name[] {
  const found: Name[] = []
  for (const name of names) {
    const last = found.at(-1)
    const gap = (at: number): string => text.slice(tokens[at]!.end, tokens[at + 1]?.start ?? text.length)
    const opened = last && NICKNAME.test(gap(last.to - 1)) ? last.to : null
    const isNickname = opened !== null && tokens[opened]?.capital && CLOSES.test(gap(opened))
    if (isNickname && last && (name.from === opened || name.from === opened + 1)) {
      const to = name.from === opened ? Math.max(name.to, opened + 1) : name.to
      const whole = name.from === opened && tokens[opened + 1]?.capital && name.to === opened + 1 ? opened + 2 : to
      found[found.length - 1] = { ...spanning(last, last.from, whole, tokens), kind: "person" }
    } else if (!last || name.from >= last.to) found.push(name)
    const own = found.at(-1)!
    const nickname = own.to
    if (
      own.kind === "person" &&
      tokens[nickname]?.capital &&
      NICKNAME.test(gap(nickname - 1)) &&
      CLOSES.test(gap(nickname)) &&
      tokens[nickname + 1]?.capital
    )
      found[found.length - 1] = spanning(own, own.from, nickname + 2, tokens)
  }
  return found
}

/** "Committee" before "for a Fair Play" goes on to the last capital. */
function goOn(name: Name, { text, tokens, lexicon }: Text): Name {
  if (
    name.kind !== "organisation" ||
    name.words.length > 2 ||
    name.possessive ||
    !lexicon.organisationWords.has(name.words.at(-1)!)
  )
    return name
  const isOpen = (at: number): boolean =>
    tokens[at]?.sentence === tokens[name.from]!.sentence && text.slice(tokens[at - 1]!.end, tokens[at]!.start) === " "
  let at = name.to
  if (!isOpen(at) || !["for", "of"].includes(tokens[at]!.lower)) return name
  at++
  if (isOpen(at) && ["a", "the"].includes(tokens[at]!.lower)) at++
  let to = at
  while (isOpen(to) && tokens[to]!.capital && !lexicon.neverNames.has(tokens[to]!.lower)) to++
  return to > at ? spanning(name, name.from, to, tokens) : name
}

function withoutTouching(names: readonly Name[]): Name[] {
  let end = 0
  return names.filter(({ from, to }) => {
    const isFree = from >= end
    if (isFree) end = to
    return isFree
  })
}

/** How often a person must be named in full for other names that hold the name to be cut down to it. */
const OFTEN = 1
type Known = Readonly<{ counts: ReadonlyMap<string, number>; tokens: readonly Token[]; lexicon: SpeakerLexicon }>

/** "Robin Roe Says" is Robin Roe; "Meanwhile Roe" is Roe. An institution that is named after a person stays. */
function cut(name: Name, { counts, tokens, lexicon }: Known): Name {
  const { words, from, to } = name
  if (words.length < 2 || lexicon.organisationWords.has(words.at(-1)!) || lexicon.nouns.has(words.at(-1)!)) return name
  const own = counts.get(words.join(" ")) ?? 0
  const mayLead = name.kind !== "person" || lexicon.neverNames.has(words[0]!)
  for (let length = words.length - 1; length > 1; length--) {
    if ((counts.get(words.slice(0, length).join(" ")) ?? 0) >= Math.max(OFTEN, own))
      return { ...spanning(name, from, from + length, tokens), kind: "person" }
    if (mayLead && (counts.get(words.slice(-length).join(" ")) ?? 0) >= Math.max(OFTEN, own))
      return { ...spanning(name, to - length, to, tokens), kind: "person" }
  }
  if (name.kind === "person") return name
  if ((counts.get(words.at(-1)!) ?? 0) >= OFTEN) return { ...spanning(name, to - 1, to, tokens), kind: "person" }
  if (words.length > 2 && (counts.get(words[0]!) ?? 0) >= OFTEN)
    return { ...spanning(name, from, from + 1, tokens), kind: "person" }
  return name
}
