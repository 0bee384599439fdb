import { stat } from "node:fs/promises"
import type { Command } from "commander"
import type { CheckAnswer, ReviewRow, RootRow } from "../asking.ts"
import { toJsonLine } from "../formats/json-line.ts"
import type { PublishedDate } from "../model/date.ts"
import { CounterclaimError } from "../model/error.ts"
import type { Entry } from "../model/ledger.ts"
import { asOfOption } from "./as-of.ts"
import { closingLine } from "./closing-line.ts"
import type { Context } from "./context.ts"
import { number } from "./counts-line.ts"
import { eachInput } from "./each-input.ts"
import { examples, jsonOption, ledgerOption } from "./options.ts"
import { rootLines } from "./root-lines.ts"
import type { Screen } from "./screen.ts"
import { withAsker } from "./with-asker.ts"
import { wrap } from "./wrap.ts"

type Options = Readonly<{ asOf?: PublishedDate; json?: true; ledger?: string }>

const EXAMPLES = examples([
  ['check "more than 70 killed"', "who says so, who repeats it, who denies it, and where it was seen earliest"],
  ["check https://example.org/report.html", "the same for a page: its title, first sentences and figures"],
  ['check "the bridge was closed" --json', "as one object, with the exact places"],
])

/** `check`: a headline, a sentence or a page against the ledger. */
export function addCheckCommand(program: Command, context: Context): void {
  program
    .command("check")
    .description("Check a headline, a sentence or a page: who says so, who denies it, and how many roots that has.")
    .argument("<what...>", "a text, a file, a folder that holds one page, an http(s) address, or - for standard input")
    .addOption(asOfOption())
    .addOption(jsonOption("one object with the whole answer"))
    .addOption(ledgerOption())
    .addHelpText("after", EXAMPLES)
    .action(async (what: string[], options: Options) => context.finish(await check(what.join(" "), options, context)))
}

async function check(what: string, options: Options, context: Context): Promise<number> {
  const page = (await isPlace(what)) ? await readPage(what, context) : null
  if (page === "failed") return 1
  if (!page && !/[\p{L}\p{N}]/u.test(what)) throw noWords(what)
  return withAsker(context, options, async (asker) => {
    await print(await (page ? asker.checkPage(page) : asker.check(what)), options, context.screen)
    return 0
  })
}

/** An address, a file or folder that is there, or what could be nothing but a file's name. */
async function isPlace(what: string): Promise<boolean> {
  if (what === "-" || /^https?:\/\/\S+$/i.test(what)) return true
  if (/^\S+\.(?:html?|xhtml|txt|text|md|eml|pdf)$/i.test(what)) return true
  return stat(what).then(
    (found) => found.isFile() || found.isDirectory(),
    () => false,
  )
}

/** The page, read but not kept; what fails is told. */
async function readPage(place: string, context: Context): Promise<Entry | "failed"> {
  const pages: Entry[] = []
  const { failed } = await eachInput([place], context, {
    make: (snapshot, input) => context.parts.cleanOnly(snapshot, input),
    take: async (entry) => {
      // A folder may hold thousands: the second one is enough.
      if (pages.push(entry) > 1) throw notOnePage(place, "more than one page is in it")
    },
  })
  if (failed > 0) return "failed"
  if (pages.length === 1) return pages[0]!
  throw notOnePage(place, "no page is in it")
}

const notOnePage = (place: string, what: string): CounterclaimError =>
  new CounterclaimError({
    code: "ask/not-one-page",
    what: `${what}, and check takes one`,
    where: place,
    fix: "name one page",
  })

const noWords = (what: string): CounterclaimError =>
  new CounterclaimError({
    code: "ask/no-words",
    what: "there is no word to check",
    where: JSON.stringify(what),
    fix: "give a headline, a sentence, a file or an http(s) address",
  })

async function print(answer: CheckAnswer, { json, asOf }: Options, screen: Screen): Promise<void> {
  if (json) return screen.print(toJsonLine(answer))
  const { columns, style } = screen
  const { roots, against, others, reviews, readNext } = answer
  const part = (title: string, lines: readonly string[]): string[] =>
    lines.length > 0 ? [style.bold(title), ...lines, ""] : []
  const lines = [
    ...(roots.length > 0 ? [...wrap(summary(answer), columns), ""] : []),
    ...rootLines(roots, screen),
    ...(roots.length > 0 ? [""] : []),
    ...part("Against it", rootLines(against, screen)),
    // Their own column says which figure.
    ...part(
      "Other figures, by date",
      rootLines(
        others.map((row) => ({ ...row, against: null })),
        screen,
      ),
    ),
    ...part(
      "What fact-checkers say of it",
      reviews.flatMap((review) => wrap(reviewLine(review), columns)),
    ),
    ...part(
      "To read next",
      readNext.flatMap(({ what, why }) => wrap(`${what}: ${why}`, columns)),
    ),
    ...wrap(notes(answer, asOf), columns),
  ]
  await screen.print(`${lines.join("\n")}\n`)
}

/** "Open Reach, 2031-03-14: “not borne out”, of “more than 70 killed” (the ministry). https://…" */
function reviewLine({ reviewer, published, rating, claim, claimant, url }: ReviewRow): string {
  const who = [reviewer ?? "reviewer unknown", published?.value.slice(0, 10)].filter(Boolean).join(", ")
  const said = rating === null ? "no rating" : `“${rating}”`
  return `${who}: ${said}, of “${claim}”${claimant ? ` (${claimant})` : ""}.${url ? ` ${url}` : ""}`
}

/** "3 outlets, 2 roots; earliest seen on 2031-03-12: the ministry, in The Lamp." */
function summary({ roots, count }: CheckAnswer): string {
  const outlets = new Set(roots.flatMap((root) => root.outlets)).size
  const interval = count.low === count.high ? number(count.low) : `${number(count.low)} to ${number(count.high)}`
  const folded = roots.reduce((sum, { copies }) => sum + copies, 0)
  const copies = folded > 0 ? `, ${folded} ${folded === 1 ? "copy" : "copies"} folded` : ""
  return `${plural(outlets, "outlet")}, ${interval} ${count.high === 1 ? "root" : "roots"}${copies}. ${earliest(roots)}`
}

function earliest(roots: readonly RootRow[]): string {
  const first = roots[0]!.earliest
  const together = roots.filter((root) => root.earliest.value.slice(0, 10) === first.value.slice(0, 10))
  const names = together.map(
    ({ root, earliest }) => `${root}, in ${earliest.document.publisher ?? earliest.document.id}`,
  )
  const day = first.value.slice(0, 10)
  const how = first.seen ? `Read on ${day} (the page names no date)` : `Earliest seen on ${day}`
  return `${how}: ${names.slice(0, 3).join("; ")}${names.length > 3 ? "; and others" : ""}.`
}

const plural = (count: number, noun: string): string => `${number(count)} ${noun}${count === 1 ? "" : "s"}`

function notes({ roots, against, ledger, ...found }: CheckAnswer, asOf: PublishedDate | undefined): string {
  const searched = plural(ledger.documents, "document")
  const nothing = ledger.documents > 0 && roots.length === 0 ? `Nobody is seen saying so: ${searched} searched. ` : ""
  const undisputed = roots.length > 0 && against.length === 0 ? `No denial was seen: ${searched} searched. ` : ""
  return `${nothing}${undisputed}${closingLine(found, ledger, asOf)}`
}
