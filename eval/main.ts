import { CounterclaimError } from "counterclaim"
import { attributionCommand } from "./attribution/command.ts"
import { benchCommand } from "./bench/command.ts"
import { benchCopiesCommand } from "./bench/copies-command.ts"
import { benchReconcilingCommand } from "./bench/reconciling-command.ts"
import { claimsCommand } from "./claims/command.ts"
import { copiesCommand } from "./copies/command.ts"
import { evidenceCommand } from "./evidence/command.ts"
import { figuresCommand } from "./figures/command.ts"
import { linesCommand } from "./lines/command.ts"
import { namesCommand } from "./names/command.ts"
import { pagesCommand } from "./pages/command.ts"
import { parse5Command } from "./parse5/command.ts"
import { placesCommand } from "./places/command.ts"
import { relationsCommand } from "./relations/command.ts"
import { rootsCommand } from "./roots/command.ts"
import { speakersCommand } from "./speakers/command.ts"
import { storiesCommand } from "./stories/command.ts"
import { timesCommand } from "./times/command.ts"
import { tortureCommand } from "./torture/command.ts"
import { usageError } from "./usage-error.ts"

type Command = (args: string[], print: (line: string) => void) => number | Promise<number>

const PARTS: Readonly<Record<string, Command>> = {
  attribution: attributionCommand,
  claims: claimsCommand,
  copies: copiesCommand,
  evidence: evidenceCommand,
  figures: figuresCommand,
  lines: linesCommand,
  names: namesCommand,
  pages: pagesCommand,
  parse5: parse5Command,
  places: placesCommand,
  relations: relationsCommand,
  roots: rootsCommand,
  speakers: speakersCommand,
  stories: storiesCommand,
  times: timesCommand,
}

const BENCHES: Readonly<Record<string, Command>> = { copies: benchCopiesCommand, reconciling: benchReconcilingCommand }

/** Exit status: 0 done, 1 a floor is missed or data is bad, 2 wrong usage. */
async function main([command, ...args]: string[]): Promise<number> {
  const print = (line: string): void => console.log(line)
  const [what = "", ...rest] = args
  if (command === "bench") return Object.hasOwn(BENCHES, what) ? BENCHES[what]!(rest, print) : benchCommand(args, print)
  if (command === "torture") return tortureCommand(args, print)
  if (command === "eval" && Object.hasOwn(PARTS, what)) return PARTS[what]!(rest, print)
  const parts = Object.keys(PARTS).join(", ")
  throw usageError(
    `nothing is called "${what}"`,
    `npm run eval -- PART --data DIR, PART one of ${parts}; or npm run bench`,
  )
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
