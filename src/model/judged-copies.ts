import type { DocumentId } from "./document.ts"
import type { LoggedJudgement } from "./judgement.ts"
import { latestJudgements } from "./latest-judgements.ts"

const MARK = "copy:"
const SUBJECT = /^copy:(d-[0-9a-f]{20})$/

/** What a judgement on copies is about: a document, as something that takes its text from another, or gives it. */
export const copySubject = (document: DocumentId): string => MARK + document

/**
 * What may be said of two documents that share text, beside "unsure": the right one took it from the left one; both took it
 * from a third; neither did.
 */
export const COPY_VERDICTS = ["copies", "common-origin", "independent"] as const
export type CopyVerdict = (typeof COPY_VERDICTS)[number]

/** Where two documents have their shared text from: one of them, a third; or they share none that was taken. */
export type JudgedOrigin = "left" | "right" | "third" | "neither"

export type JudgedCopy = Readonly<{ from: JudgedOrigin; by: string; reason: string | null }>

/** What people decided about who took text from whom. */
export type JudgedCopies = Readonly<{
  /** What counts of two documents; null where nobody judged, or nobody was sure. */
  on(left: DocumentId, right: DocumentId): JudgedCopy | null
  /** Whether somebody judged the two, be it that nobody can be sure. */
  isJudged(left: DocumentId, right: DocumentId): boolean
  /** Documents that were judged, in pairs, in the order in which that was done; those of which nobody was sure left out. */
  pairs: readonly (readonly [DocumentId, DocumentId])[]
}>

const ORIGIN: ReadonlyMap<string, JudgedOrigin> = new Map([
  ["copies", "left"],
  ["common-origin", "third"],
  ["independent", "neither"],
])
const TURNED = { left: "right", right: "left", third: "third", neither: "neither" } as const

export function judgedCopies(judgements: readonly LoggedJudgement[]): JudgedCopies {
  const found = latestJudgements(judgements).flatMap(({ left, right, verdict, by, reason }) => {
    const [one, other] = [SUBJECT.exec(left)?.[1], SUBJECT.exec(right ?? "")?.[1]]
    return one && other ? [{ one, other, from: ORIGIN.get(verdict) ?? null, by, reason }] : []
  })
  const keyOf = (left: DocumentId, right: DocumentId): string => `${left} ${right}`
  const known = new Map<string, JudgedCopy | null>()
  for (const { one, other, from, by, reason } of found) {
    known.set(keyOf(one, other), from && { from, by, reason })
    known.set(keyOf(other, one), from && { from: TURNED[from], by, reason })
  }
  return {
    on: (left, right) => known.get(keyOf(left, right)) ?? null,
    isJudged: (left, right) => known.has(keyOf(left, right)),
    pairs: found.flatMap(({ one, other, from }) => (from ? [[one, other] as const] : [])),
  }
}

/** "user:ines judged that the right one took it from the left one: same slip in line 3". */
export function judgedCopyInWords({ from, by, reason }: JudgedCopy): string {
  const said = {
    left: "the right one took it from the left one",
    right: "the left one took it from the right one",
    third: "both took it from a third",
    neither: "neither took it from the other",
  }[from]
  return `${by} judged that ${said}${reason ? `: ${reason}` : ""}`
}
