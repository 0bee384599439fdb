import { checkChain } from "../ledger/chain.ts"
import { CounterclaimError } from "../model/error.ts"
import type { LoggedJudgement } from "../model/judgement.ts"
import type { Clash, Ledger } from "../model/ledger.ts"
import { partsOf } from "./restore.ts"
import type { OnHolding, Stock } from "./stock.ts"
import { brokenChain } from "./write-backup.ts"

/**
 * What another ledger brought that this one did not hold. `versions`: documents' versions of which anything was new (a
 * reading, a run, a sighting); `left`: those that were left out for their clashes.
 */
export type TakenIn = Readonly<{
  documents: number
  versions: number
  readings: number
  sightings: number
  judgements: number
  left: number
  clashes: readonly Clash[]
}>

export type TakeInOptions = Readonly<{
  /** Only tell what would be added. */
  dryRun?: boolean
  /** Leave out what clashes and take the rest; else all is refused. */
  leaveClashing?: boolean
  onHolding?: OnHolding
}>

/**
 * Take all of another ledger into this one. Whatever is held already adds nothing, so that a broken-off import is begun
 * again; judgements are put behind those of this ledger, each with its place and hash in its own. Rejects with
 * `import/clash`, naming the records, before anything is changed; `backup/chain`; `ledger/bad-entry`.
 */
export async function takeIn(ledger: Ledger, stock: Stock, options: TakeInOptions = {}): Promise<TakenIn> {
  const { dryRun = false, leaveClashing = false, onHolding } = options
  const judgements = await newJudgements(ledger, stock)
  const found = await mergeAll(ledger, stock, { dryRun: true, onHolding: dryRun ? onHolding : undefined })
  if (found.clashes.length > 0 && !leaveClashing && !dryRun) throw clashing(found.clashes)
  if (dryRun) return { ...found, judgements: judgements.length }
  const merged = await mergeAll(ledger, stock, { dryRun: false, onHolding })
  for (const judgement of judgements) await ledger.judge(partsOf(judgement), originOf(judgement))
  return { ...merged, judgements: judgements.length }
}

/** Where a judgement was first made: of one that was taken over, its origin. */
const originOf = ({ number, previous, hash, origin }: LoggedJudgement) => origin ?? { number, previous, hash }

async function newJudgements(ledger: Ledger, stock: Stock): Promise<LoggedJudgement[]> {
  const others = await stock.judgements()
  if (!checkChain(others)) throw brokenChain()
  const held = new Set((await ledger.judgements()).map((judgement) => originOf(judgement).hash))
  return others.filter((judgement) => !held.has(originOf(judgement).hash))
}

type Sum = Omit<TakenIn, "judgements">
type How = Readonly<{ dryRun: boolean; onHolding: OnHolding | undefined }>

async function mergeAll(ledger: Ledger, stock: Stock, { dryRun, onHolding }: How): Promise<Sum> {
  const sum = { versions: 0, readings: 0, sightings: 0, left: 0 }
  const clashes = new Map<string, Clash>()
  const documents = new Set<string>()
  let done = 0
  for await (const holding of stock.holdings()) {
    const { clashes: found, ...added } = await ledger.merge(holding, { dryRun })
    for (const clash of found) clashes.set(clash.id, clash)
    if (found.length > 0) sum.left++
    if (added.documents > 0) documents.add(holding.document.id)
    if (Object.values(added).some((count) => count > 0)) sum.versions++
    sum.readings += added.readings
    sum.sightings += added.sightings
    done++
    onHolding?.(done)
  }
  return { ...sum, documents: documents.size, clashes: [...clashes.values()] }
}

const NAMED = 10

function clashing(clashes: readonly Clash[]): CounterclaimError {
  const named = clashes.slice(0, NAMED).map(({ kind, id, fields }) => `${kind} ${id} (${fields.join(", ")})`)
  const more = clashes.length > NAMED ? ` and ${clashes.length - NAMED} more` : ""
  return new CounterclaimError({
    code: "import/clash",
    what: `what stands under one id differs in the two ledgers: ${named.join("; ")}${more}; nothing was changed`,
    where: "import",
    fix: "take all the rest with --leave-clashing; what is left out stays in the other ledger",
  })
}
