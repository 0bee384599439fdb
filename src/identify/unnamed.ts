import type { EntityKind } from "../model/entity.ts"
import type { Span } from "../model/span.ts"
import { type Actor, toActor } from "./actor.ts"
import type { Noun } from "./read-phrase.ts"
import type { Scene } from "./scene.ts"

const COUNTED = new Set(["one", "two", "three", "another", "a"])

/**
 * The unnamed one that a noun stands for: the one described in the same words before, where there is one, else a new one.
 * Where a name was found in the same place, whoever has that name: one place is nobody's twice.
 */
export function unnamed(
  scene: Scene,
  noun: Noun,
  { span, owner }: Readonly<{ span: Span; owner: Actor | null }>,
): Actor {
  const named = scene.actors.find(
    ({ chain, mentions }) => chain && mentions.some(({ start, end }) => start === span.start && end === span.end),
  )
  if (named) return named
  const kind = kindOf(scene, noun, span)
  const whole =
    kind === "organisation" && noun.tail ? { start: span.start, end: tailEnd(scene, noun.tail) ?? span.end } : span
  const printed = scene.text.slice(whole.start, whole.end).replace(/\s+/g, " ")
  const label =
    kind === "organisation" && owner ? ownedLabel(noun, { printed, owner }) : printed.replace(/^the\s+/i, "")
  const isOwned = kind === "organisation" && owner !== null && owner.kind === "person"
  const key = isOwned
    ? `${owner.mentions[0]!.start} ${noun.head}`
    : kind === "anonymous" && !noun.definite
      ? `${span.start}`
      : label.toLowerCase().replace(/['’]s\b/g, "")
  const known = scene.described.get(key)
  const mention = { start: span.start, end: span.end }
  if (known) {
    if (!known.mentions.some(({ start }) => start === mention.start)) {
      known.mentions.push(mention)
      known.mentions.sort((a, b) => a.start - b.start)
    }
    return known
  }
  const actor = toActor({
    kind,
    label,
    gender: noun.gender,
    mentions: [mention],
    near: new Set([...noun.words, noun.head]),
  })
  if (noun.kind === "voice") actor.behalf = owner
  scene.described.set(key, actor)
  scene.actors.push(actor)
  return actor
}

/** "The city of Lodmark" is called so: where the name ends that the tail begins with. Null: it begins with none. */
function tailEnd({ names }: Scene, { start, end }: Span): number | null {
  return names.find((name) => name.start >= start && name.start <= start + 4 && name.end <= end)?.end ?? null
}

/** What makes many of one: "a number of pilots", "all the pilots", "no one". */
const MANY =
  /^(?:(?:a|an|the)\s+)?(?:\w+\s+)?(?:number|majority|minority|group|lot|range|host|array|string|series|raft|third|quarter|half|percent|plenty|handful|dozen|dozens|scores|hundreds|thousands|batch|troupe|slew|mix|crop)\b|^(?:all|no|nobody|everyone|everybody)\b/i
/** Those whom news calls so are few and known to the writer, though no number is printed. */
const FEW = new Set(["source"])

function kindOf({ text }: Scene, { kind, head, plural, ownerPronoun }: Noun, { start, end }: Span): EntityKind {
  if (kind === "document") return "document"
  if (kind === "organisation") return plural ? "group" : "organisation"
  if (kind === "group") return "group"
  if (MANY.test(text.slice(start, end))) return "group"
  if (FEW.has(head) || (kind === "voice" && ownerPronoun)) return "anonymous"
  const [first = ""] = text.slice(start, end).toLowerCase().split(/\s/, 1)
  return plural && (!COUNTED.has(first) || first === "one") ? "group" : "anonymous"
}

/** "her campaign", "Robin Roe's campaign" are called after her: "Roe campaign". */
function ownedLabel({ words, head }: Noun, { printed, owner }: Readonly<{ printed: string; owner: Actor }>): string {
  const surname = (owner.label ?? "").split(" ").at(-1) ?? ""
  if (owner.kind === "person") return `${surname} ${head}`
  return words.length > 1 ? printed.replace(/^(?:the|a|an)\s+/i, "").replace(/['’]s\b/g, "") : printed
}
