import { type Command, Option } from "commander"
import { toClaimJson } from "../formats/claim-json.ts"
import { toJsonLine } from "../formats/json-line.ts"
import { type ClaimAsJudged, claimsAsJudged } from "../ledger/claims-as-judged.ts"
import { askedId, noDocument } from "../model/asked-document.ts"
import { ACTS, type Act } from "../model/attribution.ts"
import type { PublishedDate } from "../model/date.ts"
import type { AttributionQuery, Ledger } from "../model/ledger.ts"
import { asOfOption, withLedgerAsOf } from "./as-of.ts"
import { claimLines, claimOfView, headLines } from "./claim-lines.ts"
import type { Context } from "./context.ts"
import { countsLine } from "./counts-line.ts"
import { printDisputed } from "./disputed.ts"
import { moreLine } from "./more-line.ts"
import { examples, jsonOption, ledgerOption, limitOption } from "./options.ts"
import { plainLine } from "./plain.ts"
import type { Screen } from "./screen.ts"
import { withLedger } from "./with-ledger.ts"
import { wrap } from "./wrap.ts"

type Options = Readonly<{
  words?: string
  source?: string
  act?: Act
  document?: string
  shown?: true
  all?: true
  disputed?: true
  limit: number
  asOf?: PublishedDate
  json?: true
  ledger?: string
}>

const EXAMPLES = examples([
  ["claims", "the latest claims, those that are right nine times in ten"],
  ["claims ferry delay --act deny", "who denies what about the ferry and its delay"],
  ['claims --source "harbour authority" --all', "all that one source is reported to have said, doubtful ones too"],
  ["claims bridge --disputed", "who says what against whom about the bridge"],
  ["claims --limit 1000 --json", "as JSON Lines, with the exact places in the texts"],
])

/** `claims`: ask the ledger who said what. */
export function addClaimsCommand(program: Command, context: Context): void {
  program
    .command("claims")
    .description("Print claims of the ledger, latest first.")
    .argument("[words...]", "words that must all stand in the claim")
    .option("--words <words>", "the same, as an option")
    .option("--source <name>", "part of the source's name, as printed")
    .addOption(new Option("--act <act>", "the kind of speech act").choices(ACTS))
    .option("--document <id>", "claims of one document only, by its id or address")
    .option("--shown", "with --json: leave the doubtful claims out, as the table does")
    .option("--disputed", "print pairs of claims that stand against each other, and why")
    .option("--all", "print the doubtful claims too, each with a question mark")
    .addOption(asOfOption())
    .addOption(limitOption(100))
    .addOption(jsonOption("one object a claim, the doubtful ones included"))
    .addOption(ledgerOption())
    .addHelpText("after", EXAMPLES)
    .action(async (words: string[], options: Options) => {
      await withLedger(context, { ...options, readOnly: true }, (ledger) =>
        withLedgerAsOf(context, { ledger, asOf: options.asOf }, async (known) => {
          const document = options.document && (await heldId(known, options.document))
          const asked = { ...options, ...(document && { document }) }
          const query = toQuery(words, asked)
          if (options.disputed) return printDisputed(known, query.words ?? "", asked, context)
          return print(known, query, { options: asked, screen: context.screen })
        }),
      )
    })
}

/** The id of a document by its id or address. Rejects with `ask/no-document` when the ledger has none. */
async function heldId(ledger: Ledger, asked: string): Promise<string> {
  const held = await ledger.document(askedId(asked))
  if (held) return held.document.id
  throw noDocument(asked)
}

/** The table shows the surest part unless all is asked for; JSON holds all unless that part is asked for. */
function toQuery(given: readonly string[], { words, source, act, document, ...options }: Options): AttributionQuery {
  const all = [...given, ...(words ? [words] : [])].join(" ")
  return {
    ...(all && { words: all }),
    ...(source && { source }),
    ...(act && { act }),
    ...(document && { document }),
    shownOnly: options.json ? options.shown === true : options.all !== true,
    limit: options.limit + 1,
  }
}

type How = Readonly<{ options: Options; screen: Screen }>

async function print(ledger: Ledger, query: AttributionQuery, { options, screen }: How): Promise<void> {
  const found = await claimsAsJudged(ledger, query)
  const claims = found.slice(0, options.limit)
  if (options.json) {
    for (const { reading, judgements, ...claim } of claims) {
      await screen.print(toJsonLine({ ...toClaimJson(claim), reading, judgements }))
    }
    if (found.length > claims.length) screen.tell(moreLine(options.limit))
    return
  }
  for (const lines of blocks(claims, screen)) await screen.print(`${lines.join("\n")}\n\n`)
  const notes = [
    claims.length === 0 ? "No claim to show." : "",
    found.length > claims.length ? moreLine(options.limit) : "",
    (await hidesDoubtful(ledger, query)) ? "Doubtful ones fit too: --all shows them." : "",
    `In the ledger: ${countsLine(await ledger.counts())}.`,
  ]
  await screen.print(`${wrap(notes.filter(Boolean).join(" "), screen.columns).join("\n")}\n`)
}

async function hidesDoubtful(ledger: Ledger, query: AttributionQuery): Promise<boolean> {
  if (!query.shownOnly) return false
  const all = await ledger.attributions({ ...query, shownOnly: false })
  return all.some(({ attribution }) => !attribution.shown)
}

/** Claims that follow one another in one document stand under one head. */
function blocks(claims: readonly ClaimAsJudged[], screen: Screen): string[][] {
  const out: string[][] = []
  claims.forEach((claim, index) => {
    const { document } = claim
    if (claims[index - 1]?.document.id !== document.id)
      out.push(headLines(document, document.url ?? document.id, screen))
    out.at(-1)!.push(...claimLines(claimOfView(claim), screen), ...judgedLines(claim, screen))
  })
  return out
}

/** "judged right", "judged disputes a-… (user:ines)": what people said of it. */
function judgedLines({ reading, judgements }: ClaimAsJudged, { columns, style }: Screen): string[] {
  const notes = [
    ...(reading === null ? [] : [`read ${reading === "right" ? "rightly" : "wrongly"}, as people judged`]),
    ...judgements.map(({ verdict, side, other, by }) =>
      side === "right" ? `${verdict} ${other} (${by})` : `judged beside ${other}: ${verdict} (${by})`,
    ),
  ]
  return notes.flatMap((note) => wrap(plainLine(note), columns - 4).map((line) => style.dim(`    ${line}`)))
}
