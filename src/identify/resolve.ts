import type { Attribution, AttributionId } from "../model/attribution.ts"
import { contains, type Span } from "../model/span.ts"
import type { Actor } from "./actor.ts"
import { antecedent } from "./antecedent.ts"
import { authorOf, writesI } from "./author.ts"
import { lastOwned } from "./belongings.ts"
import { type Candidate, findCandidates, type mentionedIn, type Reference } from "./candidates.ts"
import { rank } from "./rank.ts"
import { type Noun, type Phrase, readPhrase } from "./read-phrase.ts"
import { NO_OFFICE } from "./role-run.ts"
import type { Scene } from "./scene.ts"
import { unnamed } from "./unnamed.ts"

export type Resolved = Readonly<{ actor: Actor | null; behalf: Actor | null }>

/** Told of every choice between candidates: for fitting the weights. */
export type Watch = (attribution: Attribution, kind: string, candidates: readonly Candidate[]) => void

type Options = Readonly<{ mentioned: ReturnType<typeof mentionedIn>; watch?: Watch | undefined }>

const OPEN: Resolved = { actor: null, behalf: null }
/** What a choice between candidates came to; `isNew`: none of them is meant. */
type Chosen = Resolved & Readonly<{ isNew?: boolean }>
const NEW: Chosen = { ...OPEN, isNew: true }
/** Pronouns by the kind of reference that they make; those of the first person stand for who speaks around them. */
const KINDS: Readonly<Record<string, string>> = {
  he: "he", him: "he", his: "he", himself: "he", she: "she", her: "she", hers: "she", herself: "she",
  they: "they", them: "they", their: "they", theirs: "they", themselves: "they", it: "it", its: "it", itself: "it",
  both: "they", each: "they", these: "it", this: "it", those: "they",
} // biome-ignore format: one list
const FIRST = new Set(["i", "me", "my", "we", "us", "our", "ours", "myself", "mine"])
const RELATIVE = new Set(["who", "whom", "whose", "which", "that"])
/** Institutions that are called after the one whose they are. */
const OWNED = new Set(["campaign", "administration", "camp"])
/** How likely the best candidate must be, by the kind of reference; fitted with the weights, which have it as `<kind>.least`. */
const LEAST = 0.5
/** How likely it must be that none of the candidates is meant, for a noun to stand for someone new. */
const ALONE = 0.5

/** Who speaks in each attribution. Those whose source is the same speak once. */
export function resolve(
  scene: Scene,
  attributions: readonly Attribution[],
  options: Options,
): ReadonlyMap<AttributionId, Resolved> {
  const order = [...attributions].sort((a, b) => placeOf(a) - placeOf(b))
  const byId = new Map(attributions.map((attribution) => [attribution.id, attribution]))
  const done = new Map<AttributionId, Resolved>()
  const bySource = new Map<string, Resolved>()
  const spoke: { actor: Actor; place: number }[] = []
  const open = new Set<AttributionId>()

  const speakerOf = (attribution: Attribution): Resolved => {
    const known = done.get(attribution.id) ?? (attribution.source && bySource.get(keyOf(attribution.source)))
    if (known) {
      done.set(attribution.id, known)
      return known
    }
    if (open.has(attribution.id)) return OPEN
    open.add(attribution.id)
    const found = find(attribution)
    open.delete(attribution.id)
    done.set(attribution.id, found)
    if (attribution.source) bySource.set(keyOf(attribution.source), found)
    if (found.actor) spoke.push({ actor: found.actor, place: placeOf(attribution) })
    return found
  }

  const find = (attribution: Attribution): Resolved => {
    const phrase = attribution.source && readPhrase(scene, attribution.source)
    if (!phrase)
      return attribution.source
        ? OPEN
        : byRank(attribution, {
            kind: "none",
            gender: null,
            noun: null,
            owner: null,
            span: attribution.cue ?? attribution.content[0]!,
          })
    const found = byPhrase(attribution, phrase)
    if (found.actor) addSpoken(found.actor, phrase.span)
    return found
  }

  const byPhrase = (attribution: Attribution, phrase: Phrase): Resolved => {
    if (phrase.type === "name")
      return {
        actor: phrase.actor,
        behalf: phrase.owner && phrase.owner !== phrase.actor ? phrase.owner : phrase.actor.behalf,
      }
    if (phrase.type === "pronoun") return byPronoun(attribution, phrase)
    return byNoun(attribution, phrase.noun, phrase.span)
  }

  const byPronoun = (attribution: Attribution, { word, span }: Readonly<{ word: string; span: Span }>): Resolved => {
    if (FIRST.has(word)) {
      const around = enclosing(attribution)
      if (around) return speakerOf(around)
      return isQuoted(scene, span) || !writesI(scene) ? OPEN : { actor: authorOf(scene, span), behalf: null }
    }
    if (RELATIVE.has(word)) {
      const before = antecedent(scene, span, word)
      if (before) return byPhrase(attribution, before)
    }
    const kind = KINDS[word]
    return kind
      ? byRank(attribution, {
          kind,
          gender: kind === "he" ? "m" : kind === "she" ? "f" : null,
          noun: null,
          owner: null,
          span,
        })
      : OPEN
  }

  const byNoun = (attribution: Attribution, noun: Noun, span: Span): Resolved => {
    if (isAnybody(scene, noun, span)) return OPEN
    const owner = ownerOf(attribution, noun)
    const isWritten = noun.kind === "document" && owner !== null && (owner.kind !== "place" || noun.definite)
    if (isWritten) return { actor: owner, behalf: null }
    const isOpen =
      !noun.plural && noun.kind !== "group" && !(noun.kind === "organisation" && owner) && !isOfState(scene, noun)
    const plain = noun.kind === "voice" ? "person" : noun.kind
    const kind = noun.definite ? plain : `some-${plain}`
    const ranked = isOpen ? byRank(attribution, { kind, gender: noun.gender, noun, owner, span }) : NEW
    if (ranked.actor) {
      if (plain === "person") noteRole(scene, ranked.actor, span, noun)
      return { actor: ranked.actor, behalf: noun.kind === "voice" ? owner : ranked.actor.behalf }
    }
    if (!ranked.isNew) return OPEN
    const actor = unnamed(scene, noun, { span, owner })
    options.mentioned.add(actor)
    return { actor, behalf: noun.kind === "voice" ? owner : null }
  }

  /** Whose the thing is that a noun names: "the ministry's report", "a film by Robin Roe", "her campaign". */
  const ownerOf = (attribution: Attribution, noun: Noun): Actor | null => {
    if ((noun.kind === "document" || noun.kind === "voice") && noun.tail) {
      const tail = readPhrase(scene, noun.tail)
      if (tail?.type === "name") return tail.actor
      if (tail?.type === "noun" && tail.noun.kind === "organisation")
        return byNoun(attribution, tail.noun, tail.span).actor
    }
    if (noun.owner) return noun.owner
    if (!noun.ownerPronoun) return OWNED.has(noun.head) && noun.definite ? ownerBefore(noun, attribution) : null
    return byPronoun(attribution, { word: noun.ownerPronoun.word, span: noun.ownerPronoun }).actor
  }

  /** "The campaign" is that of whom one was printed for last. */
  const ownerBefore = (noun: Noun, { source, cue, content }: Attribution): Actor | null =>
    lastOwned(scene, noun.head, (source ?? cue ?? content[0]!).start).find(({ kind }) => kind === "person") ?? null

  const byRank = (
    attribution: Attribution,
    parts: Pick<Reference, "kind" | "gender" | "noun" | "owner" | "span">,
  ): Chosen => {
    const around = enclosing(attribution)
    const place = parts.span.start
    const before = lastSpoke(spoke, place)
    const reference: Reference = {
      ...parts, attribution, before,
      around: around && { actor: done.get(around.id)?.actor ?? (open.has(around.id) ? null : speakerOf(around).actor), direct: around.quotation === "direct" },
    } // biome-ignore format: one list
    const candidates = findCandidates(scene, reference, options.mentioned)
    options.watch?.(attribution, parts.kind, candidates)
    const { weights } = scene.lexicon
    const { best, none } = rank(candidates, { kind: parts.kind, weights })
    const isLikely =
      best !== null && best.probability > none && best.probability >= (weights.get(`${parts.kind}.least`) ?? LEAST)
    return isLikely
      ? { actor: best.item, behalf: best.item.behalf }
      : {
          ...OPEN,
          isNew: none >= (scene.lexicon.weights.get(`${parts.kind}.new`) ?? ALONE) || parts.kind.startsWith("some-"),
        }
  }

  const enclosing = ({ id, within, source, cue }: Attribution): Attribution | null => {
    const known = within === null ? undefined : byId.get(within)
    const place = source ?? cue
    if (known || !place) return known ?? null
    const near = order.filter((other) => other.id !== id && other.content.some((piece) => contains(piece, place)))
    return near.sort((a, b) => lengthOf(a) - lengthOf(b))[0] ?? null
  }

  for (const attribution of order) speakerOf(attribution)
  return done
}

/** "Any senior official": nobody who could have spoken; "any of the officials" are several. */
const isAnybody = ({ text }: Scene, { plural }: Noun, { start, end }: Span): boolean =>
  !plural && /^any\s(?!of\s)/i.test(text.slice(start, end))

/** "The Norvanian army" is that of a state, never another one that was named before. */
const isOfState = ({ lexicon }: Scene, { head, words }: Noun): boolean =>
  STATE.has(head) && lexicon.peoples.has(words.at(-1 - head.split(" ").length) ?? "")
const STATE = new Set([
  "government", "military", "army", "navy", "air force", "police", "parliament", "regime", "judiciary",
]) // biome-ignore format: one list

/** Whether a place lies between quotation marks. */
const isQuoted = ({ analysis }: Scene, { start }: Span): boolean =>
  analysis.quotations.some((mark) => mark.start <= start && start < mark.end)

const keyOf = ({ start, end }: Span): string => `${start} ${end}`
const placeOf = ({ source, cue, content }: Attribution): number => (source ?? cue ?? content[0])?.start ?? 0
const lengthOf = ({ content }: Attribution): number => content.reduce((sum, { start, end }) => sum + end - start, 0)

/** Who spoke before a place, last first, each once. */
function lastSpoke(spoke: readonly Readonly<{ actor: Actor; place: number }>[], place: number): Actor[] {
  const recent = spoke.slice(-40).filter((turn) => turn.place < place)
  return [...new Set(recent.sort((a, b) => b.place - a.place).map(({ actor }) => actor))]
}

function addSpoken(actor: Actor, span: Span): void {
  if (actor.mentions.some(({ start, end }) => start === span.start && end === span.end)) return
  let at = actor.spoken.length
  while (at > 0 && actor.spoken[at - 1]!.start > span.start) at--
  if (actor.spoken[at - 1]?.start !== span.start) actor.spoken.splice(at, 0, { start: span.start, end: span.end })
}

/** "The Vermont senator", once it is known who that is, is a role of his. */
function noteRole(scene: Scene, actor: Actor, { start, end }: Span, { words, head }: Noun): void {
  actor.near.add(head)
  const kind = scene.lexicon.nouns.get(head)?.kind
  if ((kind !== "person" && kind !== "voice") || words.length > LONGEST_ROLE || NO_OFFICE.has(words[0]!)) return
  const key = words.join(" ")
  const text = scene.text
    .slice(start, end)
    .replace(/^(?:the|this|that|his|her|their|its|our|my)\s+/i, "")
    .replace(/\s+/g, " ")
  if (!actor.roles.has(key) && !/["“”]|''/.test(text)) actor.roles.set(key, text)
}
const LONGEST_ROLE = 8
