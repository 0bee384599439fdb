import type { Command } from "commander"
import type { StoryRow } from "../asking.ts"
import type { PublishedDate } from "../model/date.ts"
import { asOfOption } from "./as-of.ts"
import type { Context } from "./context.ts"
import { examples, jsonOption, ledgerOption, limitOption } from "./options.ts"
import { printAnswer } from "./print-answer.ts"
import { rowLines } from "./row-lines.ts"
import type { Screen } from "./screen.ts"
import { withAsker } from "./with-asker.ts"
import { wrap } from "./wrap.ts"

type Options = Readonly<{ limit: number; asOf?: PublishedDate; json?: true; ledger?: string }>

const EXAMPLES = examples([
  ["stories", "the ledger's documents by what happened, most documents first"],
  ["stories --limit 5 --json", "five of them, as JSON Lines, with their documents"],
])

/** `stories`: the ledger's documents, those on one event together. */
export function addStoriesCommand(program: Command, context: Context): void {
  program
    .command("stories")
    .description("Print the stories of the ledger: which documents report one event, by whom and when.")
    .addOption(asOfOption())
    .addOption(limitOption(50))
    .addOption(jsonOption("one object a story"))
    .addOption(ledgerOption())
    .addHelpText("after", EXAMPLES)
    .action((options: Options) =>
      withAsker(context, options, async (asker) => {
        const { stories, ledger } = await asker.stories()
        const lines = (kept: readonly StoryRow[], screen: Screen) => kept.flatMap((story) => block(story, screen))
        await printAnswer(stories, { options, ledger, screen: context.screen, lines })
      }),
    )
}

/** Title; then dates, outlets and id; then its documents. */
function block({ id, title, outlets, documents }: StoryRow, { columns, style }: Screen): string[] {
  const dated = documents.flatMap(({ published }) => (published ? [published.value.slice(0, 10)] : []))
  const ends = dated.length > 0 ? [dated[0], dated.at(-1)] : []
  const undated = documents.length - dated.length
  const days = [[...new Set(ends)].join(" to "), undated > 0 ? `${dated.length > 0 ? `${undated} ` : ""}undated` : ""]
  const count = (many: number, noun: string) => `${many} ${noun}${many === 1 ? "" : "s"}`
  const facts = `${days.filter(Boolean).join(", ")} · ${count(documents.length, "document")}, ${count(outlets.length, "outlet")} · ${id}`
  const rows = documents.flatMap(({ title: own, publisher, id: document }) =>
    rowLines([{ text: `${publisher ?? "publisher unknown"}: ${own ?? document}`, width: columns - 4 }], "    "),
  )
  const several = documents.length > 1 ? rows : []
  return [
    ...wrap(title ?? documents[0]!.id, columns).map(style.bold),
    ...wrap(facts, columns).map(style.dim),
    ...several,
    "",
  ]
}
