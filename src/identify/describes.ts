import type { SpeakerLexicon } from "../lexicon/speakers.ts"
import type { Actor } from "./actor.ts"
import { lastOwned } from "./belongings.ts"
import type { Evidence } from "./rank.ts"
import type { Noun } from "./read-phrase.ts"
import type { Scene } from "./scene.ts"

/** How well the words of a noun fit what is printed beside the names of an actor, and in them. */
export function describes(
  scene: Scene,
  { head, words, gender }: Noun,
  { actor, place }: Readonly<{ actor: Actor; place: number }>,
): Evidence {
  const { near, gender: own, roles } = actor
  const known = words.filter((word) => near.has(word)).length
  const alike = words.filter((word) => near.has(word) || fits(word, near, scene.lexicon)).length
  const found: Record<string, number> = {
    "fits-share": words.length ? known / words.length : 0,
    "alike-share": words.length ? alike / words.length : 0,
  }
  if (near.has(head)) found["fits-head"] = 1
  else if (fits(head, near, scene.lexicon)) found["alike-head"] = 1
  else {
    if (roles.size > 0) found["other-role"] = 1
    if (isOfAnother(near, scene.lexicon)) found["other-class"] = 1
  }
  if (near.has(head) && known >= words.length) found["fits-all"] = 1
  if (alike >= words.length && words.length > 1) found["alike-all"] = 1
  if (gender && own && gender !== own) found["other-gender"] = 1
  if (known < words.filter((word) => word !== head).length && roles.size > 0) found.unmatched = 1
  const owners = lastOwned(scene, head, place)
  const turn = owners.indexOf(actor)
  if (turn >= 0) found[turn === 0 ? "owned-last" : "owned-before"] = 1
  else if (owners.length > 0) found["owned-else"] = 1
  return found
}

/** Whether a noun is of the class of one of these words: "lawmaker" and "sen", "GOP" and "republican". */
function fits(noun: string, near: ReadonlySet<string>, { classes }: SpeakerLexicon): boolean {
  const own = classes.ofNoun.get(noun)
  if (!own) return false
  for (const word of near) for (const row of classes.ofWord.get(word) ?? []) if (own.has(row)) return true
  return false
}

const isOfAnother = (near: ReadonlySet<string>, { classes }: SpeakerLexicon): boolean =>
  [...near].some((word) => classes.ofWord.has(word))
