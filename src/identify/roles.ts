import type { Actor } from "./actor.ts"
import { lookUpNoun } from "./look-up-noun.ts"
import type { Name } from "./name.ts"
import { readPhrase } from "./read-phrase.ts"
import { gapAfter, nameOf, type Scene } from "./scene.ts"
import { unnamed } from "./unnamed.ts"

const LONGEST = 12
const BEFORE = 5
/** The most words of an owner: "the New Lodmark Harbour Council's". */
const OWNER = 5
/** What ends a role that follows a name: its place, its time, or a clause. */
const AFTER_ENDS = new Set(
  "in at from with who whom which that whose said says told and but as by where when is was has had during since speaking told".split(
    " ",
  ),
)
const NO_MODIFIER = /(?:ed|ing|ly)$/
const PREPOSITIONS = new Set("of at for to in with on from".split(" "))
const ARTICLES = new Set(["the", "a", "an", "his", "her", "their", "its", "our", "my"])
const COPULAS = new Set(["is", "was", "became", "remains", "as"])

/** Note for each person named which roles are printed beside the name: before it, after a comma, after "is". */
export function noteRoles(scene: Scene): void {
  for (const name of scene.names) {
    const actor = scene.actorOf.get(name)
    if (!actor) continue
    if (name.kind !== "person") for (const word of name.words) actor.near.add(word)
    const beside =
      name.kind === "person"
        ? [before(scene, name), beforeComma(scene, name), ...after(scene, name)]
        : [following(scene, name)]
    for (const run of beside) if (run) note(scene, actor, { ...run, isRole: name.kind === "person" })
  }
}

type Run = Readonly<{ from: number; to: number }>

/** Keep the words of a run as what its actor is, and as a role. */
function note(scene: Scene, actor: Actor, { from, to, isRole }: Run & Readonly<{ isRole: boolean }>): void {
  const words = scene.tokens.slice(from, to)
  for (const { lower } of words) actor.near.add(lower)
  const head = lookUpNoun(scene, { from, end: to })
  if (head) actor.near.add(head.head)
  if (!isRole) return
  actor.behalf ??= ownerOf(scene, { from, to }, actor)
  const end = words.at(-1)!.end
  const text = scene.text.slice(
    words[0]!.start,
    scene.text[end] === "." && scene.tokens[to - 1]!.text.length <= 4 ? end + 1 : end,
  )
  const key = words.map(({ lower }) => lower).join(" ")
  if (!actor.roles.has(key)) actor.roles.set(key, text.replace(/\s+/g, " "))
}

/** Who runs an institution speaks for it, where it is named in the role. */
const HEADS = new Set(
  "chief commissioner director executive head chair chairman chairwoman chairperson official officer superintendent sheriff counsel".split(
    " ",
  ),
)

/** Whom someone of this role speaks for: "Roe's campaign manager", "director of the institute". A state's own people speak for themselves. */
function ownerOf(scene: Scene, { from, to }: Run, self: Actor): Actor | null {
  const nouns = scene.tokens.slice(from, to).map((_, index) => lookUpNoun(scene, { from, end: from + index + 1 }))
  const isVoice = nouns.some((noun) => noun?.kind === "voice")
  if (!isVoice && !nouns.some((noun) => noun && HEADS.has(noun.head.split(" ").at(-1)!))) return null
  for (let at = to - 1; at >= Math.max(0, from - 1); at--) {
    if (at < from && !/^(?:['’]s?)?\s$/.test(gapAfter(scene, at))) continue
    if (scene.tokens[at]!.sentence !== scene.tokens[from]!.sentence) continue
    const name = nameOf(scene, at)
    const owner = name && scene.actorOf.get(name)
    if (!isVoice && owner?.kind !== "organisation") continue
    if (owner && owner !== self && owner.kind !== "place") return institutionOf(scene, { from: name.from, to }) ?? owner
  }
  return null
}

/** Of "Roe campaign manager" the Roe campaign: the institution that is named after someone and whose someone is. Null: there is none. */
function institutionOf(scene: Scene, { from, to }: Run): Actor | null {
  for (let end = to - 1; end > from + 1; end--) {
    if (lookUpNoun(scene, { from, end })?.kind !== "organisation" || nameOf(scene, end - 1)) continue
    const span = { start: scene.tokens[from]!.start, end: scene.tokens[end - 1]!.end }
    const phrase = readPhrase(scene, span)
    if (phrase?.type === "noun" && phrase.noun.owner)
      return unnamed(scene, phrase.noun, { span, owner: phrase.noun.owner })
  }
  return null
}

/** "campaign manager Robin Roe", "Sen. Roe": from the noun or title before a name, leftwards over what qualifies it. */
function before(scene: Scene, { from: nameFrom }: Name): Run | null {
  const { tokens, lexicon } = scene
  const last = nameFrom - 1
  if (last < 0 || tokens[last]!.sentence !== tokens[nameFrom]!.sentence || !/^(?:\.?\s+)$/.test(gapAfter(scene, last)))
    return null
  const noun = lookUpNoun(scene, { from: Math.max(0, last - 2), end: nameFrom })
  const isTitle =
    lexicon.titles.has(tokens[last]!.lower) && tokens[last]!.capital && !HONORIFICS.has(tokens[last]!.lower)
  if (!isTitle && !(noun && !noun.plural && (noun.kind === "person" || noun.kind === "voice"))) return null
  if (nameOf(scene, last)?.kind === "person") return null
  let from = noun && !noun.plural ? nameFrom - noun.head.split(" ").length : last
  while (from > 0 && nameFrom - from < BEFORE && qualifies(scene, from - 1)) from--
  return { from, to: nameFrom }
}

const HONORIFICS = new Set("mr mrs ms miss mx sir dame dr".split(" "))

/** Whether a word goes with the noun after it: no verb, no small word, no person's name, nothing possessive. */
function qualifies(scene: Scene, at: number): boolean {
  const { tokens, lexicon } = scene
  const [token, next] = [tokens[at]!, tokens[at + 1]!]
  if (token.sentence !== next.sentence || token.possessive || !/^(?:\.?\s|-)$/.test(gapAfter(scene, at))) return false
  if (lexicon.neverNames.has(token.lower) && !["former", "chief"].includes(token.lower)) return false
  const name = nameOf(scene, at)
  if (name) return name.kind !== "person"
  if (token.capital)
    return (
      !token.first ||
      lexicon.peoples.has(token.lower) ||
      lexicon.nouns.has(token.lower) ||
      lexicon.titles.has(token.lower)
    )
  return (
    !NO_MODIFIER.test(token.lower) &&
    !/^(?:with|than|into|by|but|when|while|that|said|says|told|sent|met|including)$/.test(token.lower)
  )
}

/** "Russia's defence minister, Ivan Roe,": back from the comma to the noun, and what qualifies it. */
function beforeComma(scene: Scene, { from: nameFrom }: Name): Run | null {
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
    if (nameOf(scene, end - 1)?.kind === "person") return null
    const noun = lookUpNoun(scene, { from: Math.max(least, end - 3), end })
    if (!noun || noun.plural || (noun.kind !== "person" && noun.kind !== "voice")) continue
    let from = end - noun.head.split(" ").length
    while (from > least && qualifies(scene, from - 1)) from--
    const opens = tokens[from - 1]
    if (
      !opens ||
      opens.sentence !== tokens[from]!.sentence ||
      MOSTLY_ARTICLES.has(opens.lower) ||
      opens.possessive ||
      /,/.test(gapAfter(scene, from - 1))
    )
      return { from, to }
    return null
  }
  return null
}

/** "Robin Roe, the director of the institute and a lawyer,": each to the next comma, clause or place. */
function after(scene: Scene, name: Name): Run[] {
  const runs: Run[] = []
  for (let from = afterName(scene, name); from !== null; ) {
    const run = roleFrom(scene, { from: pastOwner(scene, from), sentence: scene.tokens[name.from]!.sentence })
    if (!run) break
    runs.push(run)
    from = scene.tokens[run.to]?.lower === "and" ? pastArticle(scene, run.to + 1) : null
  }
  return runs
}

const MOSTLY_ARTICLES = new Set([...ARTICLES, "now", "currently", "another", "then"])
function pastArticle({ tokens }: Scene, from: number): number {
  let at = from
  while (MOSTLY_ARTICLES.has(tokens[at]?.lower ?? "")) at++
  return at
}

/** Where what follows a name tells what one is: after a comma, "who is" or "is the". Null: nothing does. */
function afterName(scene: Scene, name: Name): number | null {
  const { tokens } = scene
  const last = pastBracket(scene, name.to - 1)
  let from = last + 1
  const opens = gapAfter(scene, last).replace(/^\.?\)/, "")
  if (from >= tokens.length || tokens[from]!.sentence !== tokens[name.from]!.sentence) return null
  if (/^,\s+$/.test(opens)) {
    if (/^\d{1,3}$/.test(tokens[from]!.lower) && /^,\s/.test(gapAfter(scene, from))) from++
    if (tokens[from]?.lower === "who" && COPULAS.has(tokens[from + 1]?.lower ?? "")) from += 2
  } else if (opens === " " && COPULAS.has(tokens[from]!.lower) && MOSTLY_ARTICLES.has(tokens[from + 1]?.lower ?? ""))
    from++
  else return null
  return pastArticle(scene, from)
}

/** The last word of a bracket that follows a name: "Robin Roe (D-Lodmark)". */
function pastBracket(scene: Scene, last: number): number {
  if (!/^\s\($/.test(gapAfter(scene, last))) return last
  for (let at = last + 1; at < last + 6 && at < scene.tokens.length; at++)
    if (gapAfter(scene, at).startsWith(")") || gapAfter(scene, at).startsWith(".)")) return at
  return last
}

/** Of "Lodmark's harbour master", where "harbour master" begins: what follows an owner that stands within the next words. */
function pastOwner(scene: Scene, from: number): number {
  const { tokens } = scene
  for (
    let at = from;
    at < Math.min(from + OWNER, tokens.length) && tokens[at]!.sentence === tokens[from]!.sentence;
    at++
  ) {
    if (PREPOSITIONS.has(tokens[at]!.lower)) return from
    if (tokens[at]!.possessive) return tokens[at + 1]?.sentence === tokens[from]!.sentence ? at + 1 : from
    if (!/^\s$/.test(gapAfter(scene, at))) return from
  }
  return from
}

const isTitle = ({ tokens, lexicon }: Scene, at: number): boolean =>
  lexicon.titles.has(tokens[at]?.lower ?? "") && tokens[at]!.capital

function roleFrom(scene: Scene, { from, sentence }: Readonly<{ from: number; sentence: number }>): Run | null {
  const { tokens } = scene
  let to = from
  let hasNoun = false
  while (to < tokens.length && to - from < LONGEST && tokens[to]!.sentence === sentence) {
    const token = tokens[to]!
    const inName = nameOf(scene, to) !== null && nameOf(scene, to) === nameOf(scene, to - 1)
    if (!inName && to > from && AFTER_ENDS.has(token.lower)) break
    if (!hasNoun && to - from > 6) return null
    // "Roe, harbour head Robin Hale and": the role of the next in a list.
    const isPerson = !inName && nameOf(scene, to)?.kind === "person"
    const before = tokens[to - 1]?.lower ?? ""
    const isOther = isPerson && !PREPOSITIONS.has(before) && !ARTICLES.has(before) && !isTitle(scene, to - 1)
    if (hasNoun && isOther) {
      if (!tokens.slice(from, to).some(({ lower }) => PREPOSITIONS.has(lower))) return null
      break
    }
    to++
    const noun = lookUpNoun(scene, { from: Math.max(from, to - 3), end: to })
    hasNoun ||= noun !== null && !noun.plural && (noun.kind === "person" || noun.kind === "voice")
    const gap = gapAfter(scene, to - 1)
    if (!/^(?:\s|\.\s|-)$/.test(gap)) break
  }
  const first = tokens[from]
  if (!hasNoun || !first || to === from) return null
  // "a Roe surrogate" is a role, "Robin Hale of Lodmark" is somebody else.
  const owner = nameOf(scene, from)
  const hasNounAfter = (count: number): boolean =>
    owner !== null && lookUpNoun(scene, { from: owner.to, end: Math.min(to, owner.to + count) }) !== null
  if (owner?.kind === "person" && !hasNounAfter(1) && !hasNounAfter(2)) return null
  return { from, to }
}

/** What an organisation's or a place's name qualifies: "poll" of "the Roe University poll". */
function following(scene: Scene, name: Name): Run | null {
  const noun =
    name.to < scene.tokens.length && /^['’]?s?\s$/.test(gapAfter(scene, name.to - 1))
      ? lookUpNoun(scene, { from: name.to, end: name.to + 1 })
      : null
  return noun ? { from: name.to, to: name.to + 1 } : null
}
