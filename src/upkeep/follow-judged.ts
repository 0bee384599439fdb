import type { Attribution } from "../model/attribution.ts"
import type { Judgement, LoggedJudgement } from "../model/judgement.ts"
import { latestJudgements, subjectKey } from "../model/latest-judgements.ts"
import type { Holding } from "../model/ledger.ts"
import { spanText } from "../model/span.ts"
import type { Text } from "../model/text.ts"
import { currentVersion } from "./current-version.ts"
import { partsOf } from "./restore.ts"
import { followTo } from "./same-place.ts"

/** A judgement that no longer stands on anything that is read. */
export type Orphan = Readonly<{ judgement: number; id: string; words: string; document: string; why: string }>

/** What became of the attributions that somebody judged. */
export type Followings = Readonly<{
  /** To be called with each holding as it is after rereading. */
  note(holding: Holding): void
  /** Judgements to be added for places to which attributions went; none that is there already. */
  carried(): Judgement[]
  orphans(): Orphan[]
}>

type Fate = { stands: boolean; went: Set<string>; lost: Omit<Orphan, "judgement"> | null }

/** Follows the attributions that the judgements that count are about. */
export function openFollowings(judgements: readonly LoggedJudgement[]): Followings {
  const latest = latestJudgements(judgements)
  const judged = new Set(latest.flatMap(({ left, right }) => (right === null ? [left] : [left, right])))
  const fates = new Map<string, Fate>()
  const fateOf = (id: string): Fate => {
    const fate = fates.get(id) ?? { stands: false, went: new Set<string>(), lost: null }
    fates.set(id, fate)
    return fate
  }
  return {
    note(holding) {
      if (judged.size === 0) return
      const { text, run } = currentVersion(holding)
      const read = new Set(run?.attributions.map(({ id }) => id))
      for (const { attribution, of } of judgedIn(holding, judged)) {
        const fate = fateOf(attribution.id)
        if (read.has(attribution.id)) {
          fate.stands = true
          continue
        }
        const followed = of.id === text.id ? { id: attribution.id } : followTo(attribution, of, text)
        if ("id" in followed && read.has(followed.id)) fate.went.add(followed.id)
        else {
          const why = "lost" in followed ? followed.lost : "no claim is read at its place any more"
          fate.lost ??= { id: attribution.id, words: wordsOf(attribution, of), document: holding.document.id, why }
        }
      }
    },
    carried() {
      const known = new Set(judgements.map(subjectKey))
      const placesOf = (id: string): string[] => [id, ...(fates.get(id)?.went ?? [])]
      return latest.flatMap((judgement) => {
        const { left, right, number, reason } = judgement
        const why = [reason, `carried from judgement ${number}`].filter(Boolean).join("; ")
        const pairs = placesOf(left).flatMap((one) =>
          (right === null ? [null] : placesOf(right)).map((other) => ({ left: one, right: other })),
        )
        return pairs
          .filter((pair) => !known.has(subjectKey(pair)))
          .map((pair) => ({ ...partsOf(judgement), ...pair, reason: why }))
      })
    },
    orphans: () =>
      latest.flatMap(({ left, right, number }) =>
        [left, right].flatMap((id) => {
          const fate = id === null ? undefined : fates.get(id)
          return fate?.lost && !fate.stands && fate.went.size === 0 ? [{ judgement: number, ...fate.lost }] : []
        }),
      ),
  }
}

type Judged = Readonly<{ attribution: Attribution; of: Text }>

/** Each judged attribution of any run of a holding, once. */
function judgedIn({ versions }: Holding, judged: ReadonlySet<string>): Judged[] {
  const found = new Map<string, Judged>()
  for (const { text, runs } of versions) {
    for (const attribution of runs.flatMap((run) => run.attributions)) {
      if (judged.has(attribution.id)) found.set(attribution.id, { attribution, of: text })
    }
  }
  return [...found.values()]
}

const wordsOf = ({ content }: Attribution, { value }: Text): string =>
  content.map((span) => spanText(value, span)).join(" … ")
