import { checkChain } from "../ledger/chain.ts"
import { CounterclaimError } from "../model/error.ts"
import type { LoggedJudgement } from "../model/judgement.ts"
import type { Ledger } from "../model/ledger.ts"
import type { OnHolding, Stock } from "./stock.ts"
import { brokenChain } from "./write-backup.ts"

export type Restored = Readonly<{ documents: number; judgements: number }>

/**
 * Fill an empty ledger with all of a checked stock: the same answers, judgements with the same numbers and hashes. Every
 * record is checked before the first is added. Rejects with `restore/not-empty`, `ledger/bad-entry`.
 */
export async function restore(ledger: Ledger, stock: Stock, onHolding?: OnHolding): Promise<Restored> {
  const isEmpty = (await ledger.holdings({ limit: 1 })).length === 0 && (await ledger.judgements()).length === 0
  if (!isEmpty) throw notEmpty()
  for await (const holding of stock.holdings()) await ledger.merge(holding, { dryRun: true })
  const judgements = await stock.judgements()
  if (!checkChain(judgements)) throw brokenChain()
  for (const judgement of judgements) await ledger.judge(partsOf(judgement), judgement.origin)
  let [documents, done] = [0, 0]
  for await (const holding of stock.holdings()) {
    documents += (await ledger.merge(holding)).documents
    done++
    onHolding?.(done)
  }
  return { documents, judgements: judgements.length }
}

/** What the person said, without its place in a chain. */
export const partsOf = ({ left, right, verdict, score, by, reason, at }: LoggedJudgement) => ({
  left,
  right,
  verdict,
  score,
  by,
  reason,
  at,
})

const notEmpty = (): CounterclaimError =>
  new CounterclaimError({
    code: "restore/not-empty",
    what: "the ledger holds something already, and a backup is restored into an empty one only; nothing was changed",
    where: "restore",
    fix: "name a ledger that is not there yet with --ledger, or add the backup to this one with counterclaim import",
  })
