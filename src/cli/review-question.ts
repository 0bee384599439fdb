import { type CopyVerdict, copySubject } from "../model/judged-copies.ts"
import { nameSubject } from "../model/judged-names.ts"
import type { Judgement } from "../model/judgement.ts"
import type { DocumentHead } from "../model/ledger.ts"
import type { ClaimSuggestion, CopySuggestion, NameSuggestion, StorySuggestion, Suggestion } from "../reviewing.ts"
import { number } from "./counts-line.ts"
import { plainLine } from "./plain.ts"

export type AnswerKey = "y" | "t" | "b" | "n" | "u"

/** What is asked, in lines; and what each answer that it takes says of what. */
export type ReviewQuestion = Readonly<{
  text: string
  answers: Readonly<Partial<Record<AnswerKey, Pick<Judgement, "left" | "right" | "verdict">>>>
}>

const KEYS = "y, n, u(nsure), s(kip), q(uit)"
const ONE_OR_TWO = { y: "same", n: "different", u: "unsure" } as const
const AT_ODDS = { y: "disputes", n: "compatible", u: "unsure" } as const

type Answers = ReviewQuestion["answers"]
type Subject = Pick<Judgement, "left" | "right">

const sayOf = (subject: Subject, { y, n, u }: Readonly<Record<"y" | "n" | "u", string>>): Answers => ({
  y: { ...subject, verdict: y },
  n: { ...subject, verdict: n },
  u: { ...subject, verdict: u },
})

export function reviewQuestion(suggestion: Suggestion): ReviewQuestion {
  const { lines, ...asked } = toQuestion(suggestion)
  return { ...asked, text: `${lines.map((line) => `  ${plainLine(line)}`).join("\n")}\n` }
}

type Lines = Omit<ReviewQuestion, "text"> & Readonly<{ lines: readonly string[] }>

function toQuestion(suggestion: Suggestion): Lines {
  if (suggestion.about === "names") return ofNames(suggestion)
  if (suggestion.about === "copies") return ofCopies(suggestion)
  return suggestion.about === "claims" ? ofClaims(suggestion) : ofStories(suggestion)
}

function ofNames({ left, right, kind, score, taken, documents, roles }: NameSuggestion): Lines {
  const one = (name: string, role: readonly string[], many: number) =>
    `${name}${role.length > 0 ? ` (${role.slice(0, 3).join("; ")})` : ""}: ${count(many)}`
  return {
    lines: [
      one(left, roles.left, documents.left),
      one(right, roles.right, documents.right),
      `One ${kind}? Likeness ${score.toFixed(2)}, now taken for ${taken ? "one" : "two"}. ${KEYS}`,
    ],
    answers: sayOf({ left: nameSubject(left), right: nameSubject(right) }, ONE_OR_TWO),
  }
}

function ofClaims({ left, right, question, likeness, taken, score, why }: ClaimSuggestion): Lines {
  const one = ({ claimant, act, words, document }: ClaimSuggestion["left"]) =>
    `${claimant}${act ? ` · ${act}` : ""}: “${words}” (${headLine(document)})`
  const now = `now taken for ${score === null ? taken : `“${taken}” (${score.toFixed(2)})`}: ${why}`
  const asks = question === "one claim" ? "One claim?" : "Does the second stand against the first?"
  return {
    lines: [one(left), one(right), `${asks} Likeness ${likeness.toFixed(2)}, ${now}. ${KEYS}`],
    answers: sayOf({ left: left.id!, right: right.id }, question === "one claim" ? ONE_OR_TWO : AT_ODDS),
  }
}

function ofStories({ left, right, question, score, taken, documents }: StorySuggestion): Lines {
  const one = (document: DocumentHead, many: number) =>
    `${document.title ?? document.id} (${headLine(document)})${many > 1 ? `, one of ${count(many)}` : ""}`
  const asks = question === "one story" ? "One story?" : "Is the first of the story of the second?"
  return {
    lines: [
      one(left, documents.left),
      one(right, documents.right),
      `${asks} ${score.toFixed(2)} from the threshold, now taken for ${taken ? "one" : "two"}. ${KEYS}`,
    ],
    answers: sayOf({ left: left.id, right: right.id }, ONE_OR_TWO),
  }
}

const COPY_KEYS = "y, t (the first from the second), b(oth from a third), "
/** So much of the shared passage is printed. */
const SHOWN = 160

function ofCopies({ left, right, same, containment, passage, because }: CopySuggestion): Lines {
  const percent = (share: number): string => `${Math.round(share * 100)} %`
  const one = (document: DocumentHead, share: number) =>
    `${document.title ?? document.id} (${headLine(document)}): ${percent(share)} of it stands in the other`
  const [first, second] = [copySubject(left.id), copySubject(right.id)]
  const say = (verdict: CopyVerdict) => ({ left: first, right: second, verdict })
  const told = because.length > 0 ? ` What tells does not settle it: ${because.join("; ")}.` : ""
  return {
    lines: [
      one(left, containment.left),
      one(right, containment.right),
      ...(passage ? [`“${passage.length > SHOWN ? `${passage.slice(0, SHOWN)} …` : passage}”`] : []),
      `Did the second take it from the first?${told} ${COPY_KEYS}${same ? "" : "n(either), "}u(nsure), s(kip), q(uit)`,
    ],
    answers: {
      ...{ y: say("copies"), t: { left: second, right: first, verdict: "copies" }, b: say("common-origin") },
      // One text letter for letter is one text, whoever wrote it.
      ...(same ? {} : { n: say("independent") }),
      u: { left: first, right: second, verdict: "unsure" },
    },
  }
}

const headLine = ({ publisher, published, id }: DocumentHead): string =>
  [publisher ?? id, published?.value.slice(0, 10)].filter(Boolean).join(", ")

const count = (many: number): string => `${number(many)} document${many === 1 ? "" : "s"}`
