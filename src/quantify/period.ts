import type { Measure, Period } from "../model/figure.ts"
import type { Span } from "../model/span.ts"
import type { Draft } from "./draft.ts"

type Given = Readonly<{ text: string; sentence: Span; draft: Draft; measure: Measure }>

const DAY =
  /\b(?:(?:past|last|previous) (?:24|twenty[- ]four) hours|24[- ]hour|(?:past|last|previous) day\b|in (?:one|a single) day|overnight|daily)\b/i
const CUMULATIVE =
  /\b(?:so far|to date|since|in total|altogether|all told|in all|overall|total of|total number|toll|this year|over the (?:past|last)|cumulative|during the war|have (?:now )?been|has (?:now )?been|had been)\b/i
const COUNTED_IN_EVENTS: ReadonlySet<Measure> = new Set([
  "killed",
  "wounded",
  "casualties",
  "captured",
  "arrested",
  "missing",
  "displaced",
  "rescued",
  "destroyed",
  "damaged",
  "fired",
  "seized",
])

/** What a figure is counted over, by the words of its sentence. */
export function findPeriod({ text, sentence, draft, measure }: Given): Period {
  if (!COUNTED_IN_EVENTS.has(measure)) return "unknown"
  const words = text.slice(sentence.start, sentence.end)
  if (DAY.test(words)) return "day"
  if (CUMULATIVE.test(words)) return "cumulative"
  return draft.found ? "incident" : "unknown"
}
