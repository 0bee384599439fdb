import type { VNode } from "preact"
import type { Counts, Ledger } from "../model/ledger.ts"
import type { ViewName } from "./schemas.ts"

/** One page and its twin in the API: both show what `load` gives. `Asked` holds the query and, where the path has one, the id. */
export type TypedView<Asked, Data> = Readonly<{
  name: ViewName
  /** As Fastify writes it: "/documents/:id". */
  path: string
  /** One sentence, for the description of the API. */
  says: string
  /** Null when there is no such thing: the page is then `missing`, with status 404. */
  load(ledger: Ledger, asked: Asked): Promise<Data | null>
  title(data: Data, asked: Asked): string
  page(data: Data, asked: Asked, counts: Counts): VNode
  /** What to tell when `load` gave null, and how to go on. */
  missing?: Readonly<{ what: string; fix: string }>
}>

// biome-ignore lint/suspicious/noExplicitAny: one table holds views of many types, each checked where it is written
export type View = TypedView<any, any>

/** What a view that is cut into pages was asked: filled in by the schema's defaults. */
export type AskedPage = Readonly<{ page: number; limit: number }>

/** The part of a list that a page shows; one more is asked for, to know whether there is a next page. */
export const pageOf = ({ page, limit }: AskedPage) => ({ limit: limit + 1, offset: (page - 1) * limit })

/** The first `limit` of them, and whether there are more. */
export const cut = <T>(found: readonly T[], { limit }: AskedPage): { items: T[]; more: boolean } => ({
  items: found.slice(0, limit),
  more: found.length > limit,
})
