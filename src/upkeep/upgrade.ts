import { CounterclaimError } from "../model/error.ts"
import type { Clash, HeldVersion, Holding, Ledger } from "../model/ledger.ts"
import { spanText } from "../model/span.ts"
import { allHoldings } from "./all-holdings.ts"
import { currentVersion } from "./current-version.ts"
import { type Orphan, openFollowings } from "./follow-judged.ts"
import { isUpToDate, type Rereader, reread } from "./reread.ts"
import type { OnHolding } from "./stock.ts"

/** A document's version that could not be reread; what was read of it before stays. */
export type NotReread = Readonly<{ document: string; url: string; error: Error }>

/** `claimsNew`, `claimsGone`: by their words, in the reread versions, whether shown or doubtful. */
export type Upgraded = Readonly<{
  reread: number
  upToDate: number
  claimsNew: number
  claimsGone: number
  carried: number
  orphans: readonly Orphan[]
  failures: readonly NotReread[]
}>

export type UpgradeOptions = Readonly<{ dryRun?: boolean; onHolding?: OnHolding }>

/**
 * Reread every kept snapshot that the present reader and model have not read yet. New readings and runs stand beside the old
 * ones; a stopped upgrade goes on when it is begun again. People's judgements follow the claims that they are about to the
 * identical place, and only there. One that cannot be reread is told, and the others are done.
 */
export async function upgrade(ledger: Ledger, rereader: Rereader, options: UpgradeOptions = {}): Promise<Upgraded> {
  const { dryRun = false, onHolding } = options
  const followings = openFollowings(await ledger.judgements())
  const sum = { reread: 0, upToDate: 0, claimsNew: 0, claimsGone: 0 }
  const failures: NotReread[] = []
  let done = 0
  for await (const holding of allHoldings(ledger)) {
    if (isUpToDate(holding, rereader)) {
      sum.upToDate++
      followings.note(holding)
    } else {
      try {
        const after = await upgraded(holding, { ledger, rereader, dryRun })
        const { fresh, gone } = changes(holding, after)
        sum.reread++
        sum.claimsNew += fresh
        sum.claimsGone += gone
        followings.note(after)
      } catch (error) {
        failures.push({ document: holding.document.id, url: holding.sightings[0]!.url, error: error as Error })
        followings.note(holding)
      }
    }
    done++
    onHolding?.(done)
  }
  const carried = followings.carried()
  if (!dryRun) for (const judgement of carried) await ledger.judge(judgement)
  return { ...sum, carried: carried.length, orphans: followings.orphans(), failures }
}

type Work = Readonly<{ ledger: Ledger; rereader: Rereader; dryRun: boolean }>

/** The holding with its new version. */
async function upgraded(holding: Holding, { ledger, rereader, dryRun }: Work): Promise<Holding> {
  const version = await reread(holding, rereader)
  const { clashes } = await ledger.merge({ ...holding, versions: [version] }, { dryRun })
  if (clashes.length > 0) throw otherOptions(holding.sightings[0]!.url, clashes)
  const same = ({ reading }: HeldVersion) => reading.id === version.reading.id
  const old = holding.versions.find(same)
  const runs = [...(old?.runs ?? []), ...version.runs.filter(({ id }) => !old?.runs.some((run) => run.id === id))]
  return { ...holding, versions: [...holding.versions.filter((one) => !same(one)), { ...version, runs }] }
}

function otherOptions(where: string, clashes: readonly Clash[]): CounterclaimError {
  const named = clashes.map(({ kind, fields }) => `${kind}: ${fields.join(", ")}`).join("; ")
  return new CounterclaimError({
    code: "upgrade/other-options",
    what: `this version of the program has read it already, with other options (${named}); it stays as it is`,
    where,
    fix: "read the page itself again with the options that it is to be read with",
  })
}

function changes(before: Holding, after: Holding): Readonly<{ fresh: number; gone: number }> {
  const [old, now] = [claimsOf(before), claimsOf(after)]
  const without = (some: readonly string[], others: readonly string[]) => {
    const left = [...others]
    return some.filter((claim) => {
      const at = left.indexOf(claim)
      if (at >= 0) left.splice(at, 1)
      return at < 0
    }).length
  }
  return { fresh: without(now, old), gone: without(old, now) }
}

function claimsOf(holding: Holding): string[] {
  const { text, run } = currentVersion(holding)
  return (run?.attributions ?? []).map(({ source, cue, content }) =>
    JSON.stringify([source, cue, ...content].map((span) => span && spanText(text.value, span))),
  )
}
