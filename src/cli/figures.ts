import type { Command } from "commander"
import type { FigureRow } from "../asking.ts"
import type { PublishedDate } from "../model/date.ts"
import { asOfOption } from "./as-of.ts"
import type { Context } from "./context.ts"
import { examples, jsonOption, ledgerOption, limitOption } from "./options.ts"
import { plotter } from "./plot.ts"
import { printAnswer } from "./print-answer.ts"
import { quoted } from "./quoted.ts"
import { rowLines } from "./row-lines.ts"
import type { Screen } from "./screen.ts"
import { withAsker } from "./with-asker.ts"

type Options = Readonly<{ limit: number; asOf?: PublishedDate; json?: true; ledger?: string }>

const EXAMPLES = examples([
  ["figures ferry killed", "how many were killed, by each who says so, where the ferry is in the news"],
  ["figures s-0123456789abcdef0123", "every figure of one story, by the id that stories prints"],
  ["figures ferry --json", "as JSON Lines, with bounds, times and places"],
])

/** `figures`: who gives which figure, a row a claimant. */
export function addFiguresCommand(program: Command, context: Context): void {
  program
    .command("figures")
    .description("Print figures, a row a claimant, by the date meant or said; never averaged, parts never added.")
    .argument(
      "[story or words...]",
      "the id of a story or an incident, or words that must all stand in the document; a measure (killed, …) need not",
    )
    .addOption(asOfOption())
    .addOption(limitOption(100))
    .addOption(jsonOption("one object a claimant and figure"))
    .addOption(ledgerOption())
    .addHelpText("after", EXAMPLES)
    .action((about: string[], options: Options) =>
      withAsker(context, options, async (asker) => {
        const { rows, ledger } = await asker.figures(about.join(" "))
        const shown = rows.filter((row) => row.shown).length
        const found = { shown, doubtful: rows.length - shown }
        const how = { options, ledger, found, screen: context.screen, none: "No figure was found", lines: tables }
        await printAnswer(rows, how)
      }),
    )
}

const [DATE, FIGURE, PLOT] = [10, 18, 22]
/** With less room than this there is no plot, and then the words stand under their claimant. */
const [WIDE, MIDDLE] = [96, 60]

/** A table a measure and unit: only what is counted alike is drawn side by side. */
function tables(rows: readonly FigureRow[], screen: Screen): string[] {
  return [...grouped(rows).values()].flatMap((group) => {
    const { measure, unit } = group[0]!
    const title = unit === null || unit === "people" ? measure : `${measure} (${unit})`
    const draw = plotter(group, PLOT)
    return [screen.style.bold(title), ...group.flatMap((row) => lines(row, draw(row), screen)), ""]
  })
}

function grouped(rows: readonly FigureRow[]): Map<string, FigureRow[]> {
  const groups = new Map<string, FigureRow[]>()
  for (const row of rows) {
    const key = `${row.measure} ${row.unit ?? "people"}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return groups
}

function lines(row: FigureRow, plot: string, { columns }: Screen): string[] {
  const outlets = row.outlets.length > 1 ? ` (${row.outlets.length} outlets)` : ""
  const claimant = `${row.shown ? "" : "? "}${row.claimant}${outlets}`
  const facts = [row.part ? "a part" : "", row.side ? `side: ${row.side}` : "", row.of ?? ""].filter(Boolean).join(", ")
  const words = `${quoted(row.words)}${facts ? ` (${facts})` : ""}`
  const day = dayOf(row)
  const date = { text: day, width: DATE }
  const figure = { text: row.figure, width: FIGURE }
  if (columns < MIDDLE) {
    const head = rowLines([{ text: `${day} ${row.figure}: ${claimant}`, width: columns }])
    return [...head, ...rowLines([{ text: words, width: columns - 4 }], "    ")]
  }
  const drawn = columns >= WIDE ? [{ text: plot, width: PLOT }] : []
  const rest = columns - DATE - FIGURE - 4 - (drawn.length > 0 ? PLOT + 2 : 0)
  const width = Math.floor((rest - 2) * 0.4)
  return rowLines([date, figure, ...drawn, { text: claimant, width }, { text: words, width: rest - 2 - width }])
}

/** The day on which a document without a date was read says nothing of its figures. */
const dayOf = ({ date, meant, said, document }: FigureRow): string =>
  document.published === null && !(meant ?? said)?.startsWith(date) ? "no date" : date.slice(0, DATE)
