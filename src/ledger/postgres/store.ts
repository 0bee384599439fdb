import { setTimeout } from "node:timers/promises"
import type pg from "pg"
import { CounterclaimError } from "../../model/error.ts"
import { closed } from "../store.ts"
import { isClash, isLost, READ_ONLY_ADDRESS, toLedgerError } from "./failure.ts"
import { toPool } from "./pool.ts"

export type Value = string | number | null | Uint8Array | readonly (string | number | null)[]

/** Questions within one transaction. */
export type Session = Readonly<{
  /** All rows. */
  all<Row>(sql: string, ...values: Value[]): Promise<Row[]>
  /** The first row. */
  get<Row>(sql: string, ...values: Value[]): Promise<Row | undefined>
}>

/** A ledger's schema on a server: transactions, lost connections taken up again, errors told as the ledger's. */
export type Store = Readonly<{
  /** The address, without the password. */
  where: string
  readOnly: boolean
  /**
   * All of the work in one transaction, or nothing of it; one writer at a time over all processes. When the connection is
   * lost or two clash, the work is done anew: it must hang on nothing but the ledger.
   */
  write<Result>(work: (session: Session) => Promise<Result>): Promise<Result>
  /** Everything as it stands at one moment, whatever others write meanwhile. */
  read<Result>(work: (session: Session) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}>

export type StoreOptions = Readonly<{ address: string; where: string; readOnly: boolean; patience: number }>

/** Connections that one process holds at most. */
const CONNECTIONS = 5
const CLASHES = 10

/** Advisory locks are the whole database's: this number is ours, the other tells apart the ledgers of its schemas. */
const LOCK = "pg_advisory_xact_lock(1128492141, hashtext(current_schema()))"

/** Open no connection yet. */
export function toStore({ address, where, readOnly, patience }: StoreOptions): Store {
  const pool = toPool({ address, connections: CONNECTIONS, patience })
  const [reading, writing] = [gate(CONNECTIONS - 1), gate(1)]
  let isOpen = true
  let wasReached = false

  /** Before the ledger was ever reached, a server that is not there is told at once; afterwards it may come back. */
  async function connect(until: number): Promise<pg.PoolClient> {
    for (;;) {
      try {
        const client = await pool.connect()
        wasReached = true
        return client
      } catch (error) {
        const mayCome = isLost(error) && (wasReached || (error as { code?: string }).code === "57P03")
        if (!mayCome || Date.now() >= until) throw error
        await setTimeout(100)
      }
    }
  }

  /** Do the work on a connection, again while that is lost or clashes with another and patience lasts. */
  async function attempt<Result>(
    isWriting: boolean,
    work: (client: pg.PoolClient) => Promise<Result>,
  ): Promise<Result> {
    if (!isOpen) throw closed(where)
    const until = Date.now() + patience
    for (let clashes = 0; ; ) {
      let client: pg.PoolClient | null = null
      try {
        client = await connect(until)
        const result = await work(client)
        client.release()
        return result
      } catch (error) {
        client?.release(true)
        const isWorthIt = isClash(error) ? ++clashes < CLASHES : client && isLost(error) && Date.now() < until
        if (!isWorthIt) throw toLedgerError(error, where, isWriting)
        await setTimeout(20 * Math.random())
      }
    }
  }

  async function commit(client: pg.PoolClient, transaction: string): Promise<void> {
    try {
      await client.query("COMMIT")
    } catch (error) {
      if (!isLost(error)) throw error
      if (!(await wasCommitted(transaction, error))) throw error
    }
  }

  /** Lost while it answered: the server remembers which transactions came through. */
  async function wasCommitted(transaction: string, lost: unknown): Promise<boolean> {
    const until = Date.now() + patience
    for (;;) {
      try {
        const client = await connect(until)
        const { rows } = await client.query("SELECT pg_xact_status($1::xid8) AS status", [transaction])
        client.release()
        if (rows[0].status !== "in progress") return rows[0].status === "committed"
      } catch (error) {
        if (!isLost(error) || Date.now() >= until) throw unsure(where, lost)
      }
      await setTimeout(50)
    }
  }

  const write: Store["write"] = (work) =>
    writing(() =>
      attempt(true, async (client) => {
        const begun = `BEGIN; SET LOCAL lock_timeout = ${Math.max(Math.trunc(patience), 1)};
          SELECT ${LOCK}; SELECT pg_current_xact_id()::text AS transaction`
        const answers = (await client.query(begun)) as unknown as pg.QueryResult[]
        const result = await work(toSession(client, true))
        await commit(client, answers.at(-1)!.rows[0].transaction)
        return result
      }),
    )
  const read: Store["read"] = (work) =>
    reading(() =>
      attempt(false, async (client) => {
        await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        const result = await work(toSession(client, false))
        await client.query("COMMIT")
        return result
      }),
    )
  return {
    where,
    readOnly,
    read,
    write: async (work) => {
      if (!isOpen) throw closed(where)
      if (readOnly) throw new CounterclaimError({ ...READ_ONLY_ADDRESS, where })
      return write(work)
    },
    close: async () => {
      if (!isOpen) return
      isOpen = false
      await pool.end()
    },
  }
}

/**
 * An add asks the same dozen questions each time: prepared by name, they are planned once (38 entries a second instead of
 * 29). What is asked of a ledger is planned each time anew, since plans for rare and for common words differ.
 */
function toSession(client: pg.PoolClient, isWriting: boolean): Session {
  const ask = async (text: string, values: readonly Value[]) => {
    const name = isWriting && values.length > 0 ? { name: nameOf(text) } : {}
    return (await client.query({ ...name, text, values: [...values] })).rows
  }
  return { all: (sql, ...values) => ask(sql, values), get: async (sql, ...values) => (await ask(sql, values))[0] }
}

const names = new Map<string, string>()

function nameOf(sql: string): string {
  const name = names.get(sql) ?? `counterclaim_${names.size}`
  names.set(sql, name)
  return name
}

/** Lets so many through at a time, the others in their order. */
function gate(width: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = []
  let free = width
  return async (work) => {
    if (free > 0) free--
    else await new Promise<void>((resolve) => void waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }
}

const unsure = (where: string, cause: unknown): CounterclaimError =>
  new CounterclaimError({
    code: "ledger/unsure",
    what: "the server was lost while it kept an entry or a judgement: it is there whole or not at all, and which is not known",
    where,
    fix: "add the entry again once the server is back: what is held already stays as it is; look for a judgement before repeating it",
    cause,
  })
