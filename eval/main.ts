import { CounterclaimError } from "counterclaim"
import { attributionCommand } from "./attribution/command.ts"
import { benchCommand } from "./bench/command.ts"
import { benchCopiesCommand } from "./bench/copies-command.ts"
import { benchReconcilingCommand } from "./bench/reconciling-command.ts"
import { copiesCommand } from "./copies/command.ts"
import { figuresCommand } from "./figures/command.ts"
import { linesCommand } from "./lines/command.ts"
import { pagesCommand } from "./pages/command.ts"
import { parse5Command } from "./parse5/command.ts"
import { relationsCommand } from "./relations/command.ts"
import { rootsCommand } from "./roots/command.ts"
import { speakersCommand } from "./speakers/command.ts"
import { timesCommand } from "./times/command.ts"
import { tortureCommand } from "./torture/command.ts"
import { usageError } from "./usage-error.ts"

/** Exit status: 0 done, 1 a floor is missed or data is bad, 2 wrong usage. */
async function main([command, ...args]: string[]): Promise<number> {
  const print = (line: string): void => console.log(line)
  if (command === "bench" && args[0] === "copies") return benchCopiesCommand(args.slice(1), print)
  if (command === "bench" && args[0] === "reconciling") return benchReconcilingCommand(args.slice(1), print)
  if (command === "bench") return benchCommand(args, print)
  if (command === "torture") return tortureCommand(args, print)
  const [what, ...rest] = args
  if (command === "eval" && what === "attribution") return attributionCommand(rest, print)
  if (command === "eval" && what === "copies") return copiesCommand(rest, print)
  if (command === "eval" && what === "figures") return figuresCommand(rest, print)
  if (command === "eval" && what === "lines") return linesCommand(rest, print)
  if (command === "eval" && what === "pages") return pagesCommand(rest, print)
  if (command === "eval" && what === "relations") return relationsCommand(rest, print)
  if (command === "eval" && what === "roots") return rootsCommand(rest, print)
  if (command === "eval" && what === "speakers") return speakersCommand(rest, print)
  if (command === "eval" && what === "times") return timesCommand(rest, print)
  if (command === "eval" && what === "parse5") return parse5Command(rest, print)
  const example =
    "npm run eval -- attribution --data DIR, npm run eval -- pages --data DIR, npm run eval -- parse5 --data DIR, npm run eval -- lines --data DIR, npm run eval -- times --data DIR, npm run eval -- roots --data DIR --labels FILE, npm run eval -- relations --labels FILE, or npm run bench"
  throw usageError(`nothing is called "${what ?? ""}"`, example)
}

function complain(error: unknown): number {
  const isUsage = error instanceof CounterclaimError ? error.code === "eval/usage" : isParseError(error)
  if (!isUsage && !(error instanceof CounterclaimError)) throw error
  console.error((error as Error).message)
  return isUsage ? 2 : 1
}

/** What `parseArgs` throws for an unknown option or one without its value. */
const isParseError = (error: unknown): boolean =>
  error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")

process.exitCode = await main(process.argv.slice(2)).catch(complain)
