import type { Command } from "commander"
import type { Incident, StoryIncidents } from "../asking.ts"
import type { PublishedDate } from "../model/date.ts"
import { asOfOption } from "./as-of.ts"
import type { Context } from "./context.ts"
import { examples, jsonOption, ledgerOption, limitOption } from "./options.ts"
import { printAnswer } from "./print-answer.ts"
import type { Screen } from "./screen.ts"
import { withAsker } from "./with-asker.ts"
import { wrap } from "./wrap.ts"

type Options = Readonly<{ limit: number; asOf?: PublishedDate; json?: true; ledger?: string }>

const EXAMPLES = examples([
  ["incidents", "what happened, by the figures of every story"],
  ["incidents s-0123456789abcdef0123", "of one story, by the id that stories prints"],
  ["figures i-0123456789abcdef0123", "the figures of one incident, a row a claimant"],
])

/** `incidents`: the things that happened, by the days and places that figures are given for. */
export function addIncidentsCommand(program: Command, context: Context): void {
  program
    .command("incidents")
    .description("Print what happened in the stories: when, where, to whom, and how many figures are given for it.")
    .argument("[story]", "the id of a story")
    .addOption(asOfOption())
    .addOption(limitOption(50))
    .addOption(jsonOption("one object an incident"))
    .addOption(ledgerOption())
    .addHelpText("after", EXAMPLES)
    .action((story: string | undefined, options: Options) =>
      withAsker(context, options, async (asker) => {
        const { stories, ledger } = await asker.incidents(story ?? null)
        const nothing = stories.every(({ incidents }) => incidents.length === 0)
        await printAnswer(stories, {
          ...{ options, ledger, screen: context.screen, none: "No incident was found", nothing },
          toJson: ({ story: of, incidents }) => incidents.map((incident) => ({ story: of.id, ...incident })),
          lines: (kept, screen) => kept.flatMap((one) => block(one, screen)),
        })
      }),
    )
}

/** The story's title, then a few lines an incident. */
function block({ story, incidents, open }: StoryIncidents, screen: Screen): string[] {
  const { columns, style } = screen
  const left = open > 0 ? wrap(`${count(open, "figure")} of no incident: no day and no place is named.`, columns) : []
  return [
    ...wrap(story.title ?? story.id, columns).map(style.bold),
    ...incidents.flatMap((incident) => lines(incident, screen)),
    ...left,
    "",
  ]
}

const count = (many: number, noun: string): string => `${many} ${noun}${many === 1 ? "" : "s"}`

function lines(incident: Incident, { columns, style }: Screen): string[] {
  const { id, from, to, place, parties, figures, unsure, documents, because } = incident
  const days = from === null ? "day not named" : from === to ? from : `${from} to ${to}`
  const where = place === null ? "place not named" : `${place.name} (${place.precision})`
  const counted = [count(figures.length, "figure"), ...(unsure.length > 0 ? [`${unsure.length} unsure`] : [])].join(
    ", ",
  )
  const indented = (text: string): string[] => wrap(text, columns - 4).map((line) => `    ${line}`)
  return [
    ...wrap(`${days} · ${where} · ${counted}, ${count(documents.length, "document")}`, columns),
    ...(parties.length > 0 ? indented(parties.join("; ")) : []),
    ...indented(because.join("; ")),
    ...indented(id).map(style.dim),
  ]
}
