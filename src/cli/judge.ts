import { Argument, type Command, Option } from "commander"
import { toJsonLine } from "../formats/json-line.ts"
import { CounterclaimError } from "../model/error.ts"
import { CLAIM_VERDICTS } from "../model/judged-claims.ts"
import { COPY_VERDICTS, copySubject } from "../model/judged-copies.ts"
import { nameSubject } from "../model/judged-names.ts"
import type { Judgement, LoggedJudgement } from "../model/judgement.ts"
import { WITHDRAWN } from "../model/latest-judgements.ts"
import type { Ledger } from "../model/ledger.ts"
import type { Context } from "./context.ts"
import { examples, jsonOption, ledgerOption } from "./options.ts"
import { plainLine } from "./plain.ts"
import { withLedger } from "./with-ledger.ts"

const PAIR = ["same", "different", "unsure"] as const
const ONE = ["right", "wrong"] as const
const RELATION = CLAIM_VERDICTS.filter((verdict) => !PAIR.some((one) => one === verdict))
const VERDICTS = [...PAIR, ...RELATION, ...COPY_VERDICTS, ...ONE, "withdraw"] as const
type Verdict = (typeof VERDICTS)[number]
type Options = Readonly<{ by: string; reason?: string; json?: true; ledger?: string }>

const EXAMPLES = examples([
  ['judge same "Ruda Meck" "R. Mekk" --by ines --reason "one captain, two spellings"', "the two names are one's"],
  ["judge different d-0123456789abcdef0123 d-9876543210abcdef0123 --by ines", "two documents are of two stories"],
  ["judge copies d-0123456789abcdef0123 d-9876543210abcdef0123 --by ines", "the second took its text from the first"],
  ["judge wrong a-0123456789abcdef0123 --by ines", "a claim was read wrongly"],
  ["judge withdraw 3 --by ines", "take judgement 3 back"],
])

/** `judge`: a person's decision, added to the ledger. */
export function addJudgeCommand(program: Command, context: Context): void {
  program
    .command("judge")
    .description(
      "Add a person's decision on two names, documents (of one story? copied?) or claims, or on one claim. The last one counts.",
    )
    .addArgument(new Argument("<verdict>", "what was decided").choices(VERDICTS))
    .argument("<left>", "a name or the id of a document or a claim; the number of a judgement to withdraw")
    .argument("[right]", "the other name, document or claim")
    .addOption(new Option("--by <name>", "who decided").makeOptionMandatory())
    .option("--reason <text>", "why")
    .addOption(jsonOption("the judgement"))
    .addOption(ledgerOption())
    .addHelpText("after", EXAMPLES)
    .action((verdict: Verdict, left: string, right: string | undefined, options: Options) =>
      withLedger(context, { ...options, readOnly: false }, async (ledger) => {
        const subject = await subjectOf(ledger, { verdict, left, right })
        const judgement = await ledger.judge(toJudgement(subject, options))
        const { screen } = context
        await screen.print(options.json ? toJsonLine(judgement) : `${judgementLine(judgement)}\n`)
      }),
    )
}

type Subject = Pick<Judgement, "left" | "right" | "verdict">

/** By an account of the name, now. */
export const toJudgement = (
  subject: Subject,
  { by, reason }: Readonly<{ by: string; reason?: string }>,
): Judgement => ({
  ...subject,
  score: null,
  by: `user:${by}`,
  reason: reason ?? null,
  at: new Date().toISOString(),
})

/** "Judgement 3: ruda meck, r. mekk: same (user:ines)". */
export function judgementLine({ number, left, right, verdict, by, reason }: LoggedJudgement): string {
  const things = [left, right].filter((one) => one !== null).map((one) => one.replace(/^(?:name|copy):/, ""))
  return plainLine(`Judgement ${number}: ${things.join(" / ")}: ${verdict} (${by}${reason ? `: ${reason}` : ""})`)
}

type Given = Readonly<{ verdict: Verdict; left: string; right: string | undefined }>

async function subjectOf(ledger: Ledger, { verdict, left, right }: Given): Promise<Subject> {
  if (verdict === "withdraw") return withdrawal(ledger, left, right)
  const isRelation = RELATION.some((one) => one === verdict)
  const isCopy = COPY_VERDICTS.some((one) => one === verdict)
  const isPair = isRelation || isCopy || PAIR.some((one) => one === verdict)
  const things = [left, ...(right === undefined ? [] : [right])]
  const [kind, ...others] = new Set(things.map(kindOf))
  if (things.length !== (isPair ? 2 : 1) || others.length > 0) throw notApt(verdict)
  if ((!isPair || isRelation) && kind !== "claim") throw notApt(verdict)
  if (isCopy && kind !== "document") throw notApt(verdict)
  for (const thing of things) if (!(await isHeld(ledger, thing))) throw unknown(thing)
  const [one, other] = kind === "name" ? things.map(nameSubject) : isCopy ? things.map(copySubject) : things
  if (one === other) throw notApt(verdict)
  return { left: one!, right: other ?? null, verdict }
}

const kindOf = (thing: string): "claim" | "document" | "name" =>
  /^a-[0-9a-f]{20}$/.test(thing) ? "claim" : /^d-[0-9a-f]{20}$/.test(thing) ? "document" : "name"

/** A claim of a current run; a document; a name whose words stand in a document. */
async function isHeld(ledger: Ledger, thing: string): Promise<boolean> {
  const kind = kindOf(thing)
  if (kind === "claim") return (await ledger.attribution(thing)).length > 0
  if (kind === "document") return (await ledger.document(thing)) !== null
  return (await ledger.search(thing, { limit: 1 })).length > 0
}

async function withdrawal(ledger: Ledger, number: string, more: string | undefined): Promise<Subject> {
  const judgements = await ledger.judgements()
  const judgement = judgements.find((one) => `${one.number}` === number && one.verdict !== WITHDRAWN)
  if (!judgement || more !== undefined) throw unknown(`judgement ${number}`)
  return { left: judgement.left, right: judgement.right, verdict: WITHDRAWN }
}

const notApt = (verdict: string): CounterclaimError =>
  new CounterclaimError({
    code: "judge/not-apt",
    what: `"${verdict}" cannot be said of what is named`,
    where: "judge",
    fix: `${PAIR.join(", ")} take two names, two documents or two claims; ${RELATION.join(", ")} two claims, of the right one; ${COPY_VERDICTS.join(", ")} two documents, of the right one; ${ONE.join(" and ")} one claim; withdraw the number of a judgement`,
  })

const unknown = (where: string): CounterclaimError =>
  new CounterclaimError({
    code: "judge/unknown",
    what: "the ledger holds nothing of this name, and what it does not hold cannot be judged",
    where,
    fix: "write a name as people prints it, take a document's id from stories, a claim's from claims --json, or a number from history",
  })
