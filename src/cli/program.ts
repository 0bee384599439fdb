import { Command } from "commander"
import { addBackupCommand } from "./backup.ts"
import { addCheckCommand } from "./check.ts"
import { addClaimsCommand } from "./claims.ts"
import { addClusterCommand } from "./cluster.ts"
import type { Context } from "./context.ts"
import { addCopiesCommand } from "./copies.ts"
import { addExportCommand } from "./export.ts"
import { addFiguresCommand } from "./figures.ts"
import { addHistoryCommand } from "./history.ts"
import { addImportCommand } from "./import.ts"
import { addIncidentsCommand } from "./incidents.ts"
import { addJudgeCommand } from "./judge.ts"
import { addNamesCommand } from "./names.ts"
import { examples } from "./options.ts"
import { addPeopleCommand } from "./people.ts"
import { addReadCommand } from "./read.ts"
import { addRelateCommand } from "./relate.ts"
import { addRelatedCommand } from "./related.ts"
import { addRestoreCommand } from "./restore.ts"
import { addReviewCommand } from "./review.ts"
import { addRootsCommand } from "./roots.ts"
import { addSearchCommand } from "./search.ts"
import { addServeCommand } from "./serve.ts"
import { addSourcesCommand } from "./sources.ts"
import { addStoriesCommand } from "./stories.ts"
import { addTextCommand } from "./text.ts"
import { addTraceCommand } from "./trace.ts"
import { addUpgradeCommand } from "./upgrade.ts"
import { addVerifyCommand } from "./verify.ts"
import { version } from "./version.ts"
import { addVersionsCommand } from "./versions.ts"
import { addWatchCommand } from "./watch.ts"

const EXAMPLES = examples([
  ["read report.html", "add an article to the ledger and print its claims"],
  ["claims ferry --act deny", "who denies what about the ferry"],
  ["help claims", "all about one command"],
])

const COMMANDS = [
  addReadCommand,
  addTextCommand,
  addClaimsCommand,
  addSourcesCommand,
  addSearchCommand,
  addVersionsCommand,
  addCheckCommand,
  addRelatedCommand,
  addTraceCommand,
  addStoriesCommand,
  addIncidentsCommand,
  addFiguresCommand,
  addPeopleCommand,
  addJudgeCommand,
  addReviewCommand,
  addHistoryCommand,
  addCopiesCommand,
  addClusterCommand,
  addRootsCommand,
  addNamesCommand,
  addRelateCommand,
  addServeCommand,
  addWatchCommand,
  addExportCommand,
  addVerifyCommand,
  addBackupCommand,
  addRestoreCommand,
  addImportCommand,
  addUpgradeCommand,
]

/** All commands, in the order of a first day's work. Parsing throws `CommanderError` instead of ending the process. */
export function toProgram(context: Context): Command {
  const { io, screen } = context
  const program = new Command("counterclaim")
    .description("Who claims what, who disputes it, and how many sources there really are.")
    .version(version(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand(false)
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
      getOutHelpWidth: () => screen.columns,
      getErrHelpWidth: () => screen.columns,
    })
    .exitOverride()
    .showHelpAfterError("(--help tells how)")
    .addHelpText("after", EXAMPLES)
  for (const addCommand of COMMANDS) addCommand(program, context)
  addHelpCommand(program)
  return program
}

/** Commander's own says nothing of a command that it does not know. */
function addHelpCommand(program: Command): void {
  program
    .command("help")
    .description("Print the help of a command, or this help.")
    .argument("[command]", "the name of a command")
    .action((name: string | undefined) => {
      if (name === undefined) return program.help()
      const asked = program.commands.find((command) => command.name() === name)
      return asked ? asked.help() : program.error(`error: unknown command '${name}'`)
    })
}
