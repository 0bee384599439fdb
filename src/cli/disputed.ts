import type { DisputeRow } from "../asking.ts"
import { toJsonLine } from "../formats/json-line.ts"
import type { Act } from "../model/attribution.ts"
import type { PublishedDate } from "../model/date.ts"
import type { Ledger } from "../model/ledger.ts"
import { closingLine } from "./closing-line.ts"
import type { Context } from "./context.ts"
import { moreLine } from "./more-line.ts"
import { quoted } from "./quoted.ts"
import { rowLines } from "./row-lines.ts"
import type { Screen } from "./screen.ts"
import { wrap } from "./wrap.ts"

type Options = Readonly<{
  source?: string
  act?: Act
  document?: string
  limit: number
  all?: true
  shown?: true
  json?: true
  asOf?: PublishedDate
}>

/** `claims --disputed`: pairs of claims that stand against each other. */
export async function printDisputed(
  ledger: Ledger,
  words: string,
  options: Options,
  { screen }: Context,
): Promise<void> {
  const { openAsker } = await import("../asking.ts")
  const { disputes: found, ledger: counts } = await openAsker(ledger).disputes(words)
  const disputes = found.filter((row) => isAbout(row, options))
  const isShown = ({ left, right }: DisputeRow): boolean => left.shown && right.shown
  const wanted = (options.json ? options.shown !== true : options.all === true) ? disputes : disputes.filter(isShown)
  const kept = wanted.slice(0, options.limit)
  for (const row of kept) await screen.print(options.json ? toJsonLine(row) : `${block(row, screen).join("\n")}\n\n`)
  const more = wanted.length > kept.length ? moreLine(options.limit) : ""
  if (options.json) return void (more && screen.tell(more))
  const notes = [
    kept.length === 0 ? "No dispute to show." : "",
    more,
    wanted.length < disputes.length ? "Doubtful ones are there too: --all shows them." : "",
    closingLine(counts, counts, options.asOf),
  ]
  await screen.print(`${wrap(notes.filter(Boolean).join(" "), screen.columns).join("\n")}\n`)
}

/** Whether one side is of the source, the act and the document that are asked for. */
const isAbout = ({ left, right }: DisputeRow, { source, act, document }: Options): boolean =>
  [left, right].some(
    (side) =>
      side.claimant.toLowerCase().includes((source ?? "").toLowerCase()) &&
      (act === undefined || side.act === act) &&
      (document === undefined || side.document.id === document),
  )

/** The story, the two sides with their exact words, and why they are at odds. */
function block({ left, right, why, story }: DisputeRow, { columns, style }: Screen): string[] {
  const side = ({ claimant, act, words, document, shown }: DisputeRow["left"]): string[] => [
    ...rowLines(
      [{ text: `${shown ? "" : "? "}${claimant}${act ? ` · ${act}` : ""}: ${quoted(words)}`, width: columns - 2 }],
      "  ",
    ),
    ...rowLines(
      [
        {
          text: `${document.publisher ?? document.title ?? document.id}, ${document.published?.value.slice(0, 10) ?? "undated"}`,
          width: columns - 4,
        },
      ],
      "    ",
    ).map(style.dim),
  ]
  return [
    ...wrap(story.title ?? story.id, columns).map(style.bold),
    ...side(left),
    ...side(right),
    ...rowLines([{ text: `at odds: ${why}`, width: columns - 2 }], "  "),
  ]
}
