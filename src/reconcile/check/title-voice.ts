import type { CueLexicon } from "../../lexicon/cues.ts"
import type { Act } from "../../model/attribution.ts"

/** On whose word a headline says something. */
export type TitleVoice = Readonly<{ source: string; act: Act; content: string }>

export type TitleTables = Readonly<{ cues: CueLexicon; headlineSources: ReadonlySet<string> }>

/** "Y, X claims" */
const CLAIMS_LAST = /^(.{8,}?),\s([^,;:–—?!"“”‘]{2,50}?)\s(\p{L}+)\.?$/u
/** "Y, says X" */
const SAYS_LAST = /^(.{8,}?),\s(\p{L}+)\s([^,;:–—?!"“”‘]{2,50}?)\.?$/u
/** "X: Y" */
const NAMED_FIRST = /^([^,;:–—?!"“”‘]{2,40}):\s+(.{8,}?)\.?$/u
/** "Y – X"; "Y: X" */
const NAMED_LAST = /^(.{8,})(?:\s[–—-]|:)\s+([^,;:–—?!"“”]{2,40}?)\.?$/u

/** Verbs that lay what is said at somebody's door. */
const SAYING: ReadonlySet<Act> = new Set(["assert", "deny", "doubt", "warn", "admit", "confirm", "predict", "believe", "estimate", "show"]) // biome-ignore format: one list

/** Who says what a headline says, where its form tells; null for one in the publisher's own voice. Does not throw. */
export function titleVoice(title: string, { cues, headlineSources }: TitleTables): TitleVoice | null {
  const actOf = (verb: string): Act | null => {
    const act = cues.actOf(verb)?.act ?? null
    return act !== null && SAYING.has(act) ? act : null
  }
  const isSource = (words: string): boolean => {
    const list = words.toLowerCase().split(/\s+/)
    return list.length <= 4 && headlineSources.has(list.at(-1)!.replace(/['’]s?$/, ""))
  }
  const [, claimed, claimant, claims] = CLAIMS_LAST.exec(title) ?? []
  if (claimed && claimant && actOf(claims!)) return { source: claimant, act: actOf(claims!)!, content: claimed }
  const [, said, says, speaker] = SAYS_LAST.exec(title) ?? []
  if (said && speaker && actOf(says!)) return { source: speaker, act: actOf(says!)!, content: said }
  const [, first, rest] = NAMED_FIRST.exec(title) ?? []
  if (first && rest && isSource(first)) return { source: first, act: "assert", content: rest }
  const [, content, last] = NAMED_LAST.exec(title) ?? []
  return content && last && isSource(last) ? { source: last, act: "assert", content } : null
}
