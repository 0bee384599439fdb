import { createInterface } from "node:readline"
import { type Command, Option } from "commander"
import type { RelatedSide, Relation } from "../comparing.ts"
import { toJsonLine } from "../formats/json-line.ts"
import { CounterclaimError } from "../model/error.ts"
import { toSnapshot } from "../model/snapshot.ts"
import { type ClaimPair, type ClaimSide, parseClaimPair } from "./claim-pair.ts"
import type { Context } from "./context.ts"
import { openPairs } from "./open-pairs.ts"
import { examples, jsonOption } from "./options.ts"
import type { Reader } from "./parts.ts"
import { rowLines } from "./row-lines.ts"
import type { Screen } from "./screen.ts"

type Options = Readonly<{ pairs: string; json?: true; models?: string }>

const EXAMPLES = examples([
  ["relate --pairs claims.jsonl", "what the right claim on each line does to the left one, and why"],
  ["relate --pairs - --json < claims.jsonl", "the same from standard input, as JSON Lines"],
])

/** `relate`: comparison of claims, without a ledger. */
export function addRelateCommand(program: Command, context: Context): void {
  program
    .command("relate")
    .description("Tell what one claim does to another: repeats, confirms, disputes, revises it, or none of these.")
    .addOption(
      new Option("--pairs <file>", "a pair of claims a line, as JSON, or - for standard input").makeOptionMandatory(),
    )
    .addOption(new Option("--models <folder>", "other weights than the shipped ones"))
    .addOption(jsonOption("one object a pair, in the order of the lines"))
    .addHelpText("after", EXAMPLES)
    .action(async (options: Options) => context.finish(await relate(options, context)))
}

async function relate({ pairs, json, models }: Options, { io, screen, parts }: Context): Promise<number> {
  const input = await openPairs(pairs, io.stdin)
  const compare = (await import("../comparing.ts")).openRelations()
  const reader = await parts.openPipeline(models === undefined ? {} : { models })
  let [line, failed] = [0, 0]
  try {
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      line++
      if (text.trim() === "") continue
      try {
        const pair = parseClaimPair(text, `${pairs}:${line}`)
        const [left, right] = [await readSide(pair.left, pair, reader), await readSide(pair.right, pair, reader)]
        await screen.print(toLine(pair, compare(left, right), screen, json))
      } catch (error) {
        if (!(error instanceof CounterclaimError)) throw error
        failed++
        screen.tell(error.message)
      }
    }
  } finally {
    await reader.close()
  }
  return failed > 0 ? 1 : 0
}

/** `where` names the file of pairs and the line in errors of reading. */
async function readSide(side: ClaimSide, { where }: ClaimPair, reader: Reader): Promise<RelatedSide> {
  const { text, focus, publisher, published } = side
  const bytes = new TextEncoder().encode(text)
  const snapshot = toSnapshot({ bytes, url: null, headers: {}, fetched: new Date().toISOString() })
  const { run } = await reader.read(snapshot, { file: where, place: where }, { verbatim: true, published })
  const { attributions, findings } = run ?? { attributions: [], findings: null }
  const { entities, figures } = findings ?? { entities: [], figures: [] }
  return { read: { text, publisher, published: published?.value ?? null, attributions, entities, figures }, focus }
}

function toLine({ id }: ClaimPair, relation: Relation, { columns, style }: Screen, json: true | undefined): string {
  if (json) return toJsonLine({ id, ...relation })
  const { verdict, score, why } = relation
  const paint = verdict === "disputes" ? style.red : style.dim
  const cells = [
    { text: id, width: 10 },
    { text: verdict, width: 14, paint },
    { text: score.toFixed(2), width: 4 },
    { text: why, width: Math.max(20, columns - 34) },
  ]
  return `${rowLines(cells, "").join("\n")}\n`
}
