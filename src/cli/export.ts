import { Argument, type Command } from "commander"
import { toClaimJson } from "../formats/claim-json.ts"
import { CLAIM_COLUMNS, toClaimRow } from "../formats/claim-row.ts"
import { toCsvLine } from "../formats/csv-line.ts"
import { toJsonLine } from "../formats/json-line.ts"
import { toSchemaClaim } from "../formats/schema-claim.ts"
import { toWebAnnotation } from "../formats/web-annotation.ts"
import { type ClaimAsJudged, claimsAsJudged } from "../ledger/claims-as-judged.ts"
import type { PublishedDate } from "../model/date.ts"
import { judgedClaims } from "../model/judged-claims.ts"
import type { Ledger } from "../model/ledger.ts"
import { asOfOption, withLedgerAsOf } from "./as-of.ts"
import type { Context } from "./context.ts"
import { examples, ledgerOption } from "./options.ts"
import { Stopped } from "./until-stopped.ts"
import { withLedger } from "./with-ledger.ts"

type Options = Readonly<{ shown?: true; asOf?: PublishedDate; ledger?: string }>

/** A line a claim; `text` is that of its document. */
type Format = Readonly<{ head: string; line(claim: ClaimAsJudged, text: string): string }>

const FORMATS: Readonly<Record<string, Format>> = {
  csv: { head: toCsvLine(CLAIM_COLUMNS), line: (view) => toCsvLine(toClaimRow(view)) },
  jsonl: {
    head: "",
    line: ({ reading, judgements, ...view }) => toJsonLine({ ...toClaimJson(view), reading, judgements }),
  },
  annotations: { head: "", line: (view, text) => toJsonLine(toWebAnnotation(view, text)) },
  claims: { head: "", line: (view) => toJsonLine(toSchemaClaim(view)) },
}

const EXAMPLES = examples([
  ["export csv --shown > claims.csv", "the surest claims as a table for a spreadsheet"],
  ["export annotations > claims.jsonl", "as W3C Web Annotations, one a line"],
  ["export csv --as-of 2031-03-12", "what was known at the end of that day"],
])

/** `export`: claims in the shapes that others read. */
export function addExportCommand(program: Command, context: Context): void {
  program
    .command("export")
    .description("Print the claims of the ledger in an open format, document by document.")
    .addArgument(new Argument("<format>", "which").choices(Object.keys(FORMATS)))
    .option("--shown", "leave the doubtful claims out")
    .addOption(asOfOption())
    .addOption(ledgerOption())
    .addHelpText("after", EXAMPLES)
    .action((format: string, options: Options) =>
      withLedger(context, { ...options, readOnly: true }, (ledger) =>
        withLedgerAsOf(context, { ledger, asOf: options.asOf }, (known) =>
          print(known, FORMATS[format]!, { options, context }),
        ),
      ),
    )
}

type How = Readonly<{ options: Options; context: Context }>

async function print(ledger: Ledger, { head, line }: Format, { options, context }: How): Promise<void> {
  const { io, screen } = context
  if (head) await screen.print(head)
  const judged = judgedClaims(await ledger.judgements())
  for await (const id of documentIds(ledger)) {
    if (io.signal.aborted) throw new Stopped()
    const record = await ledger.document(id)
    if (!record?.run) continue
    const query = { document: id, shownOnly: options.shown === true, limit: record.run.attributions.length }
    for (const claim of await claimsAsJudged(ledger, query, judged)) {
      await screen.print(line(claim, record.text.value))
    }
  }
}

const PAGE = 500

async function* documentIds(ledger: Ledger): AsyncGenerator<string> {
  for (let offset = 0; ; offset += PAGE) {
    const views = await ledger.documents({ limit: PAGE, offset })
    for (const { document } of views) yield document.id
    if (views.length < PAGE) return
  }
}
