import { figureWords } from "../formats/figure-words.ts"
import type { Attribution } from "../model/attribution.ts"
import type { Evidence } from "../model/evidence.ts"
import type { Figure } from "../model/figure.ts"
import type { Findings } from "../model/findings.ts"
import type { Entry } from "../model/ledger.ts"
import { type Span, spanText } from "../model/span.ts"
import { speakersOf } from "./claim-lines.ts"
import { rowLines } from "./row-lines.ts"
import type { Style } from "./style.ts"

type Look = Readonly<{ columns: number; style: Style }>

const LABEL_WIDTH = 8 // "evidence"
/** More than so many of a kind are counted, not printed. */
const MOST = 8

/**
 * A line for each kind of thing that the text holds beside its claims: figures with their claimants (plain counts
 * left out), places, times that could not be resolved, evidence. Empty when there is nothing.
 */
export function findingLines({ run, text }: Entry, { columns, style }: Look): string[] {
  if (!run) return []
  const { attributions, findings } = run
  const wordsOf = (span: Span): string => spanText(text.value, span)
  const rows = [
    ["figures", figureItems(findings, claimantsOf(attributions, findings, wordsOf))],
    ["places", placeItems(findings)],
    ["times", timeItems(findings)],
    ["evidence", findings.evidence.map((one) => evidenceWords(one, wordsOf))],
  ] as const
  return rows
    .filter(([, items]) => items.length > 0)
    .flatMap(([label, items]) =>
      rowLines(
        [
          { text: label, width: LABEL_WIDTH, paint: style.dim },
          { text: listed(items), width: Math.max(2, columns - LABEL_WIDTH - 5), paint: style.dim },
        ],
        "   ",
      ),
    )
}

function listed(all: readonly string[]): string {
  const items = [...new Set(all)]
  const rest = items.length - MOST
  return [...items.slice(0, MOST), ...(rest > 0 ? [`${rest} more`] : [])].join(" · ")
}

type Claimants = ReadonlyMap<string, string>

/** Who claims it, by attribution: the speaker's name, else the source as printed. */
function claimantsOf(
  attributions: readonly Attribution[],
  findings: Findings,
  wordsOf: (span: Span) => string,
): Claimants {
  const speakerOf = speakersOf(findings)
  return new Map(
    attributions.flatMap((attribution) => {
      const { id, source } = attribution
      const name = speakerOf(attribution)?.name ?? (source && wordsOf(source))
      return name ? [[id, name] as const] : []
    }),
  )
}

function figureItems({ figures }: Findings, claimants: Claimants): string[] {
  const told = ({ attribution, ...figure }: Figure): string => {
    const claimant = attribution === null ? undefined : claimants.get(attribution)
    return claimant ? `${figureWords(figure)} (${claimant})` : figureWords(figure)
  }
  return figures.filter(({ measure }) => measure !== "count").map(told)
}

const placeItems = ({ places }: Findings): string[] =>
  places.map(({ name, country, precision }) => {
    if (precision === "none") return `${name} (no point)`
    return country && precision !== "country" ? `${name} (${country})` : name
  })

function timeItems({ times }: Findings): string[] {
  const open = times.filter(({ value }) => value === null).length
  return open === 0 ? [] : [`${open} of ${times.length} not resolved`]
}

const STANCE_WORDS = { for: "supports", against: "contradicts", open: "leaves open" } as const

function evidenceWords({ item, checker, method, stance }: Evidence, wordsOf: (span: Span) => string): string {
  const how = method === "unverified" ? "not verified" : (method ?? "")
  const who = checker ? `by ${wordsOf(checker)}` : ""
  const check = [how, who].filter(Boolean).join(" ")
  return `${wordsOf(item)}${check ? `, ${check}` : ""} (${STANCE_WORDS[stance]})`
}
