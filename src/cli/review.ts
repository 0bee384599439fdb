import { type Command, Option } from "commander"
import type { NameSuggestion } from "../asking.ts"
import { toJsonLine } from "../formats/json-line.ts"
import { nameSubject } from "../model/judged-names.ts"
import type { Ledger } from "../model/ledger.ts"
import { type Answers, openAnswers } from "./answers.ts"
import type { Context } from "./context.ts"
import { number } from "./counts-line.ts"
import { judgementLine, toJudgement } from "./judge.ts"
import { examples, jsonOption, ledgerOption, limitOption } from "./options.ts"
import { plainLine } from "./plain.ts"
import { untilStopped } from "./until-stopped.ts"
import { withLedger } from "./with-ledger.ts"

type Options = Readonly<{ by?: string; limit: number; json?: true; ledger?: string }>

const EXAMPLES = examples([
  ["review --by ines", "suggested links one by one: y, n, u or s; q ends"],
  ["review --json --limit 1000", "the suggestions, as JSON Lines"],
  ["review --by ines < answers.txt", "answers from a file, a line each in the order of the suggestions"],
])

/** `review`: a person decides on what the program is least sure of. */
export function addReviewCommand(program: Command, context: Context): void {
  program
    .command("review")
    .description("Decide on suggested links one by one, most doubtful first: are two names one's?")
    .addOption(new Option("--by <name>", "who decides"))
    .addOption(limitOption(50))
    .addOption(jsonOption("the suggestions, one object each; nothing is asked"))
    .addOption(ledgerOption())
    .addHelpText("after", EXAMPLES)
    .action((options: Options, command: Command) => {
      if (!options.json && options.by === undefined) command.error("error: say with --by who decides", { exitCode: 2 })
      return withLedger(context, { ...options, readOnly: options.json === true }, (ledger) =>
        review(ledger, options, context),
      )
    })
}

async function review(ledger: Ledger, options: Options, context: Context): Promise<void> {
  const { openAsker } = await import("../asking.ts")
  const { screen, io } = context
  const suggestions = await openAsker(ledger).suggestNames()
  const kept = suggestions.slice(0, options.limit)
  if (options.json) {
    for (const suggestion of kept) await screen.print(toJsonLine(suggestion))
    return
  }
  const answers = openAnswers(io.stdin)
  try {
    const made = await askEach(kept, { ledger, by: options.by!, answers, context })
    const left = suggestions.length - made
    await screen.print(`${number(made)} decided, ${number(left)} left.\n`)
  } finally {
    answers.close()
  }
}

type Asking = Readonly<{ ledger: Ledger; by: string; answers: Answers; context: Context }>

const VERDICTS: Readonly<Record<string, string>> = { y: "same", n: "different", u: "unsure" }

/** How many were decided. */
async function askEach(suggestions: readonly NameSuggestion[], asking: Asking): Promise<number> {
  const { ledger, by, context } = asking
  let made = 0
  for (const suggestion of suggestions) {
    await context.screen.print(question(suggestion))
    const key = await answerOf(asking)
    if (key === null || key === "q") return made
    const verdict = VERDICTS[key]
    if (verdict === undefined) continue
    const [left, right] = [nameSubject(suggestion.left), nameSubject(suggestion.right)]
    const judgement = await ledger.judge(toJudgement({ left, right, verdict }, { by }))
    await context.screen.print(`  ${judgementLine(judgement)}\n`)
    made++
  }
  return made
}

const WORDS: Readonly<Record<string, string>> = {
  ...{ y: "y", yes: "y", same: "y", take: "y", n: "n", no: "n", different: "n", refuse: "n" },
  ...{ u: "u", unsure: "u", s: "s", skip: "s", q: "q", quit: "q" },
}

/** "y", "n", "u", "s" or "q"; null when there is no more to read. What is none of them is told, and the next one is read. */
async function answerOf({ answers, context: { io, screen } }: Asking): Promise<string | null> {
  for (;;) {
    const answer = await untilStopped(io.signal, answers.next())
    const key = answer === null ? null : WORDS[answer.toLowerCase()]
    if (key !== undefined) return key
    screen.tell(`"${answer}" is no answer: y (same), n (different), u (unsure), s (skip) or q (quit)`)
  }
}

function question({ left, right, kind, score, taken, documents, roles }: NameSuggestion): string {
  const one = (name: string, role: readonly string[], many: number) =>
    `  ${name}${role.length > 0 ? ` (${role.slice(0, 3).join("; ")})` : ""}: ${number(many)} document${many === 1 ? "" : "s"}`
  const lines = [
    one(left, roles.left, documents.left),
    one(right, roles.right, documents.right),
    `  One ${kind}? Likeness ${score.toFixed(2)}, now taken for ${taken ? "one" : "two"}. y, n, u(nsure), s(kip), q(uit)`,
  ]
  return `${lines.map(plainLine).join("\n")}\n`
}
