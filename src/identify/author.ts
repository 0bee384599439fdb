import type { Span } from "../model/span.ts"
import { type Actor, toActor } from "./actor.ts"
import { nameOf, type Scene } from "./scene.ts"
import { tokenAt } from "./token.ts"

/** What one who writes "I" and is named nowhere is called. */
const UNNAMED = "the author"
const EDGE = 3

/**
 * Who writes "I" and "we" outside of all quotations: whom a byline within the text names, or the person whom its last
 * lines introduce; else an entity of its own, called "the author".
 */
export function authorOf(scene: Scene, pronoun: Span): Actor {
  const named = byline(scene) ?? introduced(scene)
  if (named) return named
  const known = scene.described.get(UNNAMED)
  if (known) return known
  const author = toActor({
    kind: "person",
    label: UNNAMED,
    mentions: [{ start: pronoun.start, end: pronoun.end }],
  })
  scene.described.set(UNNAMED, author)
  scene.actors.push(author)
  return author
}

const SINGULAR = new Set(["i", "i'm", "i've", "i'd", "i'll", "me", "my", "myself", "mine"])

/** How often one must write "I" outside of quotations to be an author: "we" alone, or an "I" left over from a quotation, tells of none. */
const OFTEN = 2

export const writesI = ({ tokens, analysis }: Scene): boolean =>
  tokens.filter(
    ({ start, lower }) =>
      SINGULAR.has(lower) && !analysis.quotations.some((mark) => mark.start <= start && start < mark.end),
  ).length >= OFTEN

/** A short line of its own, near the start or the end: "By Robin Roe". */
function byline(scene: Scene): Actor | null {
  const { paragraphs } = scene.analysis
  const edges = [...paragraphs.slice(0, 2 * EDGE), ...paragraphs.slice(-EDGE)]
  for (const line of edges) {
    if (line.end - line.start > 80 || !/^by\s/i.test(scene.text.slice(line.start, line.start + 3))) continue
    const person = personAt(scene, line.start + 3)
    if (person) return person
  }
  return null
}

/** "Robin Roe is a professor of …", where nobody was called so before. */
function introduced(scene: Scene): Actor | null {
  for (const { start, end } of scene.analysis.paragraphs.slice(-EDGE)) {
    const person = personAt(scene, start)
    const name = person?.mentions[0]
    if (!name || name.start > start + 40 || name.start < start) continue
    if (
      /^[,\s]\s*(?:\p{Lu}[\p{L}.]*,\s+)*(?:[^.]{0,60},\s+)?(?:is|was|writes|teaches|are)\s/u.test(
        scene.text.slice(name.end, end),
      )
    )
      return person
  }
  return null
}

function personAt(scene: Scene, start: number): Actor | null {
  const at = tokenAt(scene.tokens, start)
  for (const token of [at, at + 1, at + 2]) {
    const name = nameOf(scene, token)
    if (name?.kind === "person" && name.words.length > 1) return scene.actorOf.get(name) ?? null
  }
  return null
}
