import { toJsonLine } from "../formats/json-line.ts"
import type { PublishedDate } from "../model/date.ts"
import type { Counts } from "../model/ledger.ts"
import { closingLine } from "./closing-line.ts"
import { documentsLine } from "./counts-line.ts"
import { moreLine } from "./more-line.ts"
import type { Screen } from "./screen.ts"
import { wrap } from "./wrap.ts"

export type Printing<Row> = Readonly<{
  options: Readonly<{ limit: number; json?: true; asOf?: PublishedDate }>
  screen: Screen
  /** What stands behind the answer. */
  ledger: Counts
  /** Of what was found so many are shown and doubtful; absent: as many as in the ledger. */
  found?: Pick<Counts, "shown" | "doubtful">
  /** "No name was found", for an answer of nothing; absent: nothing is said of it. */
  none?: string
  /** Whether the answer is nothing; absent: where it has no rows. */
  nothing?: boolean
  /** One object a row of the answer; absent: the row itself. */
  toJson?: (row: Row) => readonly unknown[]
  /** The lines of all rows. */
  lines: (rows: readonly Row[], screen: Screen) => readonly string[]
}>

/** Print the rows of an answer up to the limit: as JSON Lines, else in lines, then how much there is and was searched. */
export async function printAnswer<Row>(rows: readonly Row[], printing: Printing<Row>): Promise<void> {
  const { options, screen, ledger, none, nothing = rows.length === 0, toJson = (row) => [row] } = printing
  const kept = rows.slice(0, options.limit)
  if (options.json) {
    for (const row of kept) for (const object of toJson(row)) await screen.print(toJsonLine(object))
    if (rows.length > kept.length) screen.tell(moreLine(options.limit))
    return
  }
  const notes = [
    none && nothing && ledger.documents > 0 ? `${none}: ${documentsLine(ledger.documents)} searched.` : "",
    rows.length > kept.length ? moreLine(options.limit) : "",
    closingLine(printing.found ?? ledger, ledger, options.asOf),
  ]
  const lines = [...printing.lines(kept, screen), ...wrap(notes.filter(Boolean).join(" "), screen.columns)]
  await screen.print(`${lines.join("\n")}\n`)
}
