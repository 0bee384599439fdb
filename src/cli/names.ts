import { createInterface } from "node:readline"
import { type Command, Option } from "commander"
import { toJsonLine } from "../formats/json-line.ts"
import { CounterclaimError } from "../model/error.ts"
import type { Context } from "./context.ts"
import { openPairs } from "./open-pairs.ts"
import { examples, jsonOption } from "./options.ts"
import { rowLines } from "./row-lines.ts"
import type { Screen } from "./screen.ts"

type Options = Readonly<{ pairs: string; json?: true }>

const EXAMPLES = examples([
  ["names --pairs pairs.tsv", "whether the two names on each line may be one's"],
  ["names --pairs - --json < pairs.tsv", "the same from standard input, as JSON Lines"],
])

/** `names`: comparison of spellings, without a ledger. */
export function addNamesCommand(program: Command, context: Context): void {
  program
    .command("names")
    .description("Tell whether two spellings of a name may be one, across scripts, typing errors and legal forms.")
    .addOption(
      new Option(
        "--pairs <file>",
        "two names a line with a tab between, or - for standard input",
      ).makeOptionMandatory(),
    )
    .addOption(jsonOption("one object a pair, in the order of the lines"))
    .addHelpText("after", EXAMPLES)
    .action(async (options: Options) => context.finish(await names(options, context)))
}

async function names({ pairs, json }: Options, { io, screen }: Context): Promise<number> {
  const { openNames } = await import("../comparing.ts")
  const compare = openNames()
  const input = await openPairs(pairs, io.stdin)
  let [line, failed] = [0, 0]
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    line++
    const [left, right, ...more] = text.split("\t")
    if (text.trim() === "") continue
    if (left === undefined || right === undefined || more.length > 0) {
      failed++
      screen.tell(noPair(`${pairs}:${line}`).message)
      continue
    }
    const { score, same } = compare(left, right)
    await screen.print(json ? toJsonLine({ left, right, score, same }) : row({ left, right, score, same }, screen))
  }
  return failed > 0 ? 1 : 0
}

const noPair = (where: string): CounterclaimError =>
  new CounterclaimError({
    code: "names/no-pair",
    what: "the line does not hold two names",
    where,
    fix: "write two names with one tab between them",
  })

type Compared = Readonly<{ left: string; right: string; score: number; same: boolean }>

function row({ left, right, score, same }: Compared, { columns, style }: Screen): string {
  const width = Math.max(10, Math.floor((columns - 20) / 2))
  const verdict = { text: same ? "same" : "not", width: 4, paint: same ? style.green : style.dim }
  const cells = [verdict, { text: score.toFixed(2), width: 4 }, { text: left, width }, { text: right, width }]
  return `${rowLines(cells, "").join("\n")}\n`
}
