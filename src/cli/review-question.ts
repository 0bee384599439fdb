import { nameSubject } from "../model/judged-names.ts"
import type { Judgement } from "../model/judgement.ts"
import type { DocumentHead } from "../model/ledger.ts"
import type { ClaimSuggestion, NameSuggestion, StorySuggestion, Suggestion } from "../reviewing.ts"
import { number } from "./counts-line.ts"
import { plainLine } from "./plain.ts"

/** What is asked, in lines; what the answer is about; and what each answer says of it. */
export type ReviewQuestion = Readonly<{
  text: string
  subject: Pick<Judgement, "left" | "right">
  verdicts: Readonly<Record<"y" | "n" | "u", string>>
}>

const KEYS = "y, n, u(nsure), s(kip), q(uit)"
const ONE_OR_TWO = { y: "same", n: "different", u: "unsure" } as const
const AT_ODDS = { y: "disputes", n: "compatible", u: "unsure" } as const

export function reviewQuestion(suggestion: Suggestion): ReviewQuestion {
  const { lines, ...asked } = toQuestion(suggestion)
  return { ...asked, text: `${lines.map((line) => `  ${plainLine(line)}`).join("\n")}\n` }
}

type Lines = Omit<ReviewQuestion, "text"> & Readonly<{ lines: readonly string[] }>

function toQuestion(suggestion: Suggestion): Lines {
  if (suggestion.about === "names") return ofNames(suggestion)
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
    subject: { left: nameSubject(left), right: nameSubject(right) },
    verdicts: ONE_OR_TWO,
  }
}

function ofClaims({ left, right, question, likeness, taken, score, why }: ClaimSuggestion): Lines {
  const one = ({ claimant, act, words, document }: ClaimSuggestion["left"]) =>
    `${claimant}${act ? ` · ${act}` : ""}: “${words}” (${headLine(document)})`
  const now = `now taken for ${score === null ? taken : `“${taken}” (${score.toFixed(2)})`}: ${why}`
  const asks = question === "one claim" ? "One claim?" : "Does the second stand against the first?"
  return {
    lines: [one(left), one(right), `${asks} Likeness ${likeness.toFixed(2)}, ${now}. ${KEYS}`],
    subject: { left: left.id!, right: right.id },
    verdicts: question === "one claim" ? ONE_OR_TWO : AT_ODDS,
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
    subject: { left: left.id, right: right.id },
    verdicts: ONE_OR_TWO,
  }
}

const headLine = ({ publisher, published, id }: DocumentHead): string =>
  [publisher ?? id, published?.value.slice(0, 10)].filter(Boolean).join(", ")

const count = (many: number): string => `${number(many)} document${many === 1 ? "" : "s"}`
