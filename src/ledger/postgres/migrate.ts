import { readdirSync, readFileSync } from "node:fs"
import { CounterclaimError } from "../../model/error.ts"
import { NOT_A_LEDGER } from "../failure.ts"
import { newer, older } from "../migrate.ts"
import { READ_ONLY_ADDRESS } from "./failure.ts"
import type { Session, Store } from "./store.ts"

const FOLDER = new URL("./sql/", import.meta.url)

type Step = Readonly<{ version: number; sql: string }>

/** The steps from an empty schema to the present tables, in order: `sql/001-….sql` leads to version 1. */
const STEPS: readonly Step[] = readdirSync(FOLDER)
  .filter((name) => /^\d{3}-.*\.sql$/.test(name))
  .sort()
  .map((name) => ({ version: Number(name.slice(0, 3)), sql: readFileSync(new URL(name, FOLDER), "utf8") }))
const PRESENT = STEPS.at(-1)?.version ?? 0

/**
 * See that the schema is a ledger, or empty and free for one, and bring its tables up to the present version, in one
 * transaction. Throws `ledger/not-a-ledger`, `ledger/encoding`, `ledger/newer` or `ledger/read-only`; where it is only to
 * be read, `ledger/missing` or `ledger/older`.
 */
export async function migrate(store: Store): Promise<void> {
  const version = await store.read((session) => findVersion(session, store.where))
  if (version > PRESENT) throw newer(store.where, version, PRESENT)
  if (store.readOnly && version === 0) throw missing(store.where)
  if (store.readOnly && version < PRESENT) throw older(store.where, version, PRESENT)
  if (store.readOnly) return
  if (version === PRESENT) return store.read((session) => checkRights(session, store.where))
  await store.write(async (session) => {
    // Another process may have done it while this one waited.
    const from = await findVersion(session, store.where)
    for (const { version, sql } of STEPS) if (version > from) await session.all(sql)
    await session.all("UPDATE counterclaim_ledger SET version = $1", PRESENT)
  })
}

const PLACE = `SELECT current_schema() AS schema, current_setting('server_encoding') AS encoding,
  to_regclass(quote_ident(current_schema()) || '.counterclaim_ledger') IS NOT NULL AS ours,
  EXISTS (SELECT 1 FROM pg_class WHERE relnamespace = current_schema()::regnamespace
    AND relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT EXISTS (
      SELECT 1 FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype = 'e')) AS taken`

type Place = Readonly<{ schema: string | null; encoding: string; ours: boolean; taken: boolean }>

/** The version of the ledger in the schema; 0 where there is none yet. */
async function findVersion(session: Session, where: string): Promise<number> {
  const { schema, encoding, ours, taken } = (await session.get<Place>(PLACE))!
  if (schema === null) throw noSchema(where)
  if (encoding !== "UTF8") throw wrongEncoding(where, encoding)
  if (ours) return (await session.get<{ version: number }>("SELECT version FROM counterclaim_ledger"))?.version ?? 0
  if (!taken) return 0
  throw new CounterclaimError({
    ...NOT_A_LEDGER,
    what: `the schema "${schema}" holds other tables and no ledger; it was left as it is`,
    where,
    fix: "name a database of its own, or an empty schema in it with ?options=-c%20search_path%3DSCHEMA",
  })
}

async function checkRights(session: Session, where: string): Promise<void> {
  const { may } = (await session.get<{ may: boolean }>(
    `SELECT NOT pg_is_in_recovery()
      AND current_setting('default_transaction_read_only') = 'off'
      AND has_table_privilege('documents', 'INSERT') AND has_table_privilege('documents', 'UPDATE') AS may`,
  ))!
  if (!may) throw new CounterclaimError({ ...READ_ONLY_ADDRESS, where })
}

const missing = (where: string): CounterclaimError =>
  new CounterclaimError({
    code: "ledger/missing",
    what: "there is no ledger here yet",
    where,
    fix: "add a document first (counterclaim read FILE), or name the ledger's database and schema",
  })

const noSchema = (where: string): CounterclaimError =>
  new CounterclaimError({
    code: "ledger/missing",
    what: "the schema that this user looks into does not exist, or not for this user",
    where,
    fix: "make it (CREATE SCHEMA), grant USAGE on it, or set another search_path",
  })

const wrongEncoding = (where: string, encoding: string): CounterclaimError =>
  new CounterclaimError({
    code: "ledger/encoding",
    what: `the database keeps its text as ${encoding}, which cannot hold every text`,
    where,
    fix: "make a database that keeps UTF-8: createdb --encoding=UTF8 --template=template0 NAME",
  })
