import type { Actor } from "./actor.ts"
import { lookUpNoun } from "./look-up-noun.ts"
import type { Name } from "./name.ts"
import { readPhrase } from "./read-phrase.ts"
import { rolesAfter } from "./role-after.ts"
import { listedFrom, rolesBefore } from "./role-before.ts"
import { isTitle, type RoleRun } from "./role-run.ts"
import { gapAfter, nameOf, type Scene } from "./scene.ts"
import { unnamed } from "./unnamed.ts"

/** Note for each person named which roles are printed beside the name: before it, after a comma, after "is". */
export function noteRoles(scene: Scene): void {
  for (const name of scene.names) {
    if (name.kind === "person") notePerson(scene, name)
    else noteOther(scene, name)
  }
}

function notePerson(scene: Scene, name: Name): void {
  const actor = scene.actorOf.get(name)
  if (!actor) return
  for (const run of rolesBefore(scene, name)) {
    const listed = run.plural ? listedFrom(scene, name) : [name]
    if (run.plural && listed.length < 2 && !isTitle(scene, run.to - 1)) continue
    for (const one of listed) note(scene, scene.actorOf.get(one)!, { ...run, isRole: true })
  }
  for (const run of rolesAfter(scene, name)) note(scene, actor, { ...run, isRole: true })
}

/** What stands in and beside the name of a place or an institution describes it. */
function noteOther(scene: Scene, name: Name): void {
  const actor = scene.actorOf.get(name)
  if (!actor) return
  for (const word of name.words) actor.near.add(word)
  const run = following(scene, name)
  if (run) note(scene, actor, { ...run, isRole: false })
}

/** Keep the words of a run as what its actor is, and as a role. */
function note(scene: Scene, actor: Actor, { from, to, isRole }: RoleRun & Readonly<{ isRole: boolean }>): void {
  const words = scene.tokens.slice(from, to)
  for (const { lower } of words) actor.near.add(lower)
  const head = lookUpNoun(scene, { from, end: to })
  if (head) actor.near.add(head.head)
  if (!isRole) return
  actor.behalf ??= ownerOf(scene, { from, to }, actor)
  const end = words.at(-1)!.end
  const hasStop = scene.text[end] === "." && isShort(scene, to - 1)
  const text = scene.text.slice(words[0]!.start, hasStop ? end + 1 : end)
  const key = words.map(({ lower }) => lower).join(" ")
  if (!actor.roles.has(key)) actor.roles.set(key, text.replace(/\s+/g, " "))
}

/** "Sen", "Asst": a title with a full stop of its own. */
const isShort = ({ tokens, lexicon }: Scene, at: number): boolean =>
  tokens[at]!.text.length <= 5 && lexicon.titles.has(tokens[at]!.lower.replace(/^.*-|s$/g, ""))

/** Who runs an institution speaks for it, where it is named in the role. */
const HEADS = new Set(
  "chief commissioner director executive head chair chairman chairwoman chairperson official officer superintendent sheriff counsel".split(
    " ",
  ),
)

/** Whom someone of this role speaks for: "Roe's campaign manager", "director of the institute". A state's own people speak for themselves. */
function ownerOf(scene: Scene, { from, to }: RoleRun, self: Actor): Actor | null {
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
function institutionOf(scene: Scene, { from, to }: RoleRun): Actor | null {
  for (let end = to - 1; end > from + 1; end--) {
    if (lookUpNoun(scene, { from, end })?.kind !== "organisation" || nameOf(scene, end - 1)) continue
    const span = { start: scene.tokens[from]!.start, end: scene.tokens[end - 1]!.end }
    const phrase = readPhrase(scene, span)
    if (phrase?.type === "noun" && phrase.noun.owner)
      return unnamed(scene, phrase.noun, { span, owner: phrase.noun.owner })
  }
  return null
}

/** What an organisation's or a place's name qualifies: "poll" of "the Roe University poll". */
function following(scene: Scene, name: Name): RoleRun | null {
  const noun =
    name.to < scene.tokens.length && /^['’]?s?\s$/.test(gapAfter(scene, name.to - 1))
      ? lookUpNoun(scene, { from: name.to, end: name.to + 1 })
      : null
  return noun ? { from: name.to, to: name.to + 1 } : null
}
