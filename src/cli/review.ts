import { type Command, Option } from "commander"
import { toJsonLine } from "../formats/json-line.ts"
import type { Ledger } from "../model/ledger.ts"
import type { Suggested, Suggestion } from "../reviewing.ts"
import { type Answers, openAnswers } from "./answers.ts"
import type { Context } from "./context.ts"
import { number } from "./counts-line.ts"
import { judgementLine, toJudgement } from "./judge.ts"
import { examples, jsonOption, ledgerOption, limitOption } from "./options.ts"
import { type AnswerKey, type ReviewQuestion, reviewQuestion } from "./review-question.ts"
import { untilStopped } from "./until-stopped.ts"
import { withLedger } from "./with-ledger.ts"

const KINDS = ["names", "claims", "stories", "copies"] as const satisfies readonly Suggested[]
type Options = Readonly<{ kind?: Suggested; by?: string; limit: number; json?: true; ledger?: string }>

const EXAMPLES = examples([
  ["review --by ines", "suggested links one by one: y, n, u or s; q ends"],
  ["review --kind claims --by ines", "those of claims only: are two one, does one stand against the other?"],
  ["review --kind copies --by ines", "who took a text from whom, where nothing tells"],
  ["review --json --limit 1000", "the suggestions, as JSON Lines"],
  ["review --by ines < answers.txt", "answers from a file, a line each in the order of the suggestions"],
])

/** `review`: a person decides on what the program is least sure of. */
export function addReviewCommand(program: Command, context: Context): void {
  program
    .command("review")
    .description("Decide on suggested links of names, claims, stories and copies one by one, most doubtful first.")
    .addOption(new Option("--kind <kind>", "only links of these").choices(KINDS))
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
  const { suggestLinks } = await import("../reviewing.ts")
  const { screen, io } = context
  const suggestions = await suggestLinks(ledger, options.kind ? [options.kind] : KINDS)
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

/** How many were decided. */
async function askEach(suggestions: readonly Suggestion[], asking: Asking): Promise<number> {
  const { ledger, by, context } = asking
  let made = 0
  for (const suggestion of suggestions) {
    const { text, answers } = reviewQuestion(suggestion)
    await context.screen.print(text)
    const key = await answerOf(asking, answers)
    if (key === null || key === "q") return made
    if (key === "s") continue
    const judgement = await ledger.judge(toJudgement(answers[key]!, { by }))
    await context.screen.print(`  ${judgementLine(judgement)}\n`)
    made++
  }
  return made
}

const WORDS: Readonly<Record<string, AnswerKey | "s" | "q">> = {
  ...{ y: "y", yes: "y", same: "y", take: "y", n: "n", no: "n", different: "n", refuse: "n" },
  ...{ t: "t", turn: "t", turned: "t", b: "b", both: "b" },
  ...{ u: "u", unsure: "u", s: "s", skip: "s", q: "q", quit: "q" },
}
const MEANING = { y: "take", t: "turned round", b: "both from a third", n: "refuse", u: "unsure" } as const

/** A key that the question takes, "s" or "q"; null when there is no more to read. What is none of them is told, and the next one is read. */
async function answerOf(
  { answers: given, context: { io, screen } }: Asking,
  taken: ReviewQuestion["answers"],
): Promise<AnswerKey | "s" | "q" | null> {
  for (;;) {
    const answer = await untilStopped(io.signal, given.next())
    const key = answer === null ? null : WORDS[answer.toLowerCase()]
    if (key === null || key === "s" || key === "q" || (key !== undefined && taken[key])) return key
    const keys = (Object.keys(MEANING) as AnswerKey[]).filter((one) => taken[one])
    const named = keys.map((one) => `${one} (${MEANING[one]})`).join(", ")
    screen.tell(`"${answer}" is no answer: ${named}, s (skip) or q (quit)`)
  }
}
