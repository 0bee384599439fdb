import { timeInWords } from "./in-words.ts"
import type { JudgementData } from "./judgement-data.ts"

/** What people judged of a claim: what, who, when, why, and whether it still counts. Nothing where nobody judged. */
export function JudgementList({ judgements }: Readonly<{ judgements: readonly JudgementData[] }>) {
  if (judgements.length === 0) return null
  return (
    <ul class="judgements" aria-label="What people judged">
      {judgements.map((judgement) => (
        <li key={judgement.number} class={judgement.became.state === "counts" ? undefined : judgement.became.state}>
          <Verdict {...judgement} /> <span class="who">{judgement.by.replace(/^user:/, "")}</span>,{" "}
          <time dateTime={judgement.at}>{timeInWords(judgement.at)}</time>
          {judgement.reason ? <q>{judgement.reason}</q> : null}
          <Became {...judgement} />
        </li>
      ))}
    </ul>
  )
}

/** By the side that this claim is: [right, left] where it is not the same from both. */
const OF_TWO: Readonly<Record<string, readonly [right: string, left: string]>> = {
  same: ["one claim with", "one claim with"],
  different: ["another claim than", "another claim than"],
  repeats: ["repeats", "repeated by"],
  confirms: ["confirms", "confirmed by"],
  disputes: ["disputes", "disputed by"],
  revises: ["revises", "revised by"],
  compatible: ["compatible with", "compatible with"],
  "not-comparable": ["not to be compared with", "not to be compared with"],
  unsure: ["unsure what it is to", "unsure what it is to"],
}

function Verdict({ verdict, side, other }: JudgementData) {
  if (!other) return <strong>judged to be read {verdict === "right" ? "rightly" : "wrongly"}:</strong>
  const [right, left] = OF_TWO[verdict] ?? [verdict, verdict]
  return (
    <>
      <strong>judged: {side === "right" ? right : left}</strong>{" "}
      <a href={`/attributions/${encodeURIComponent(other.id)}`}>{other.text ? quoted(other.text) : "another claim"}</a>:
    </>
  )
}

const quoted = (words: string): string => (/^["“‘«]/.test(words) ? words : `“${words}”`)

function Became({ became }: JudgementData) {
  if (became.state === "counts") return null
  const what = became.state === "withdrawn" ? "taken back" : "judged anew"
  return (
    <span class="became">
      {what} by {became.by.replace(/^user:/, "")}, <time dateTime={became.at}>{timeInWords(became.at)}</time>: it does
      not count
    </span>
  )
}
