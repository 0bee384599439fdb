import type { Actor } from "./actor.ts"
import { nameOf, type Scene } from "./scene.ts"

type Owned = Readonly<{ place: number; actor: Actor }>

const OWNING = new Set(["by", "from", "of", "for"])
/** The most words between an owner and what is owned: "Roe's new campaign ad", "the ad by the Roe campaign". */
const APART = 4
const known = new WeakMap<Scene, ReadonlyMap<string, readonly Owned[]>>()

/** Whose a thing of this noun was said to be before a place, last first, each once: the owners of "report" before "the report". */
export function lastOwned(scene: Scene, noun: string, place: number): readonly Actor[] {
  const owned = known.get(scene) ?? findOwned(scene)
  known.set(scene, owned)
  const before = (owned.get(noun) ?? []).filter((found) => found.place < place)
  return [...new Set(before.reverse().map(({ actor }) => actor))]
}

/** Nouns for documents and institutions with the names that own them. */
function findOwned(scene: Scene): ReadonlyMap<string, readonly Owned[]> {
  const found = new Map<string, Owned[]>()
  for (const [at, { lower, start }] of scene.tokens.entries()) {
    const single = scene.lexicon.nouns.get(lower)
    const kind = single?.kind
    if ((kind !== "document" && kind !== "organisation") || nameOf(scene, at)?.words.length === 1) continue
    const actor = ownerBefore(scene, at) ?? ownerAfter(scene, at)
    if (actor) found.set(lower, [...(found.get(lower) ?? []), { place: start, actor }])
  }
  return found
}

const isOpen = ({ text, tokens }: Scene, at: number): boolean =>
  tokens[at + 1] !== undefined &&
  tokens[at + 1]!.sentence === tokens[at]!.sentence &&
  /^(?:['’]s?)?[\s-]$/.test(text.slice(tokens[at]!.end, tokens[at + 1]!.start))

/** "Roe's new ad", "the Roe University poll". */
function ownerBefore(scene: Scene, noun: number): Actor | null {
  for (let at = noun - 1; at >= Math.max(0, noun - APART) && isOpen(scene, at); at--) {
    const name = nameOf(scene, at)
    if (name)
      return name.possessive || at === noun - 1 || name.kind !== "person" ? (scene.actorOf.get(name) ?? null) : null
    if (scene.lexicon.neverNames.has(scene.tokens[at]!.lower)) return null
  }
  return null
}

/** "An ad by the Roe campaign", "the report from the ministry of Lodmark". */
function ownerAfter(scene: Scene, noun: number): Actor | null {
  if (!isOpen(scene, noun) || !OWNING.has(scene.tokens[noun + 1]!.lower)) return null
  for (let at = noun + 1; at < noun + APART && isOpen(scene, at); at++) {
    const name = nameOf(scene, at + 1)
    if (name) return scene.actorOf.get(name) ?? null
  }
  return null
}
