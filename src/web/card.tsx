import type { ComponentChildren } from "preact"
import type { SpeakerJson } from "../formats/claim-json.ts"
import { type AttributionData, isSure, type PrintedData, type Quoted } from "./answers.ts"
import { documentHref, Imprint, titleOf } from "./document-head.tsx"
import { confidenceInWords, QUOTATION_WORDS } from "./in-words.ts"
import { JudgementList } from "./judgement-list.tsx"
import { entityWords } from "./reader/finding-facts.ts"
import { PART } from "./reader/parts.ts"
import type { Entities } from "./reader/speaker-facts.ts"

/** Source -> cue -> content, each with its name for those who do not see its style. */
export function Chain({ source, cue, content }: Pick<AttributionData, "source" | "cue" | "content">) {
  return (
    <p class="chain">
      <Part name="source" none="nobody named" quoted={source ? [source] : []} />
      <Part name="cue" none="no cue" quoted={cue ? [cue] : []} />
      <Part name="content" none="no content" quoted={content} />
    </p>
  )
}

type PartProps = Readonly<{ name: "source" | "cue" | "content"; none: string; quoted: readonly Quoted[] }>

function Part({ name, none, quoted }: PartProps) {
  return (
    <span class={`part part-${name}`}>
      <span class="role">{name}</span>{" "}
      {quoted.length === 0 ? (
        <span class="none">{none}</span>
      ) : (
        <q class={name}>{quoted.map(({ text }) => fold(text)).join(" … ")}</q>
      )}
    </span>
  )
}

const fold = (text: string): string => text.replace(/\s+/g, " ").trim()

type SpeakerProps = Readonly<{ attribution: AttributionData; entities: Entities }>

/** Whom the source stands for, as whom, and for whom; nothing in a run that resolves nobody. */
function Speaker({ attribution: { source, speaker, onBehalfOf }, entities }: SpeakerProps) {
  if (!source || entities.size === 0) return null
  const who = speaker === null ? undefined : entities.get(speaker)
  const behind = onBehalfOf === null ? undefined : entities.get(onBehalfOf)
  if (!who) return <span class="speaker open">speaker not resolved</span>
  return (
    <span class="speaker">
      <strong>{who.name}</strong>: {entityWords(who)}
      {behind ? `, on behalf of ${behind.name}` : ""}
    </span>
  )
}

/** Entities by their ids. */
export const entitiesById = (entities: readonly SpeakerJson[]): Entities =>
  new Map(entities.map((one) => [one.id, one]))

type FactsProps = SpeakerProps & Readonly<{ children?: ComponentChildren }>

/** Who speaks, what kind of saying it is, how sure the program is to have read it right, and why; the children stand between. */
export function Facts({ attribution, entities, children }: FactsProps) {
  const { act, quotation, confidence, shown, because } = attribution
  return (
    <div class="facts">
      <Speaker attribution={attribution} entities={entities} />
      <span class="act">{act}</span>
      <span>{QUOTATION_WORDS[quotation]}</span>
      <span class={shown ? "sure" : "unsure"}>
        {shown ? "shown" : "doubtful"}: {confidenceInWords(confidence)}
      </span>
      {children}
      <details class="because">
        <summary>because</summary>
        <ul>
          {because.length === 0 ? <li>no reason was kept</li> : because.map((reason) => <li key={reason}>{reason}</li>)}
        </ul>
      </details>
    </div>
  )
}

/** Where the attribution stands in its document; the fragment is the card's. */
export function attributionHref({ id, shown, content, document }: PrintedData): string {
  const query = new URLSearchParams()
  if (!shown) query.set("doubtful", "1")
  const at = content[0]?.start ?? 0
  if (at >= PART) query.set("at", String(at))
  const asked = query.size > 0 ? `?${query}` : ""
  return `${documentHref(document.id)}${asked}#${encodeURIComponent(id)}`
}

/** Attributions of many documents, each with the document that prints it. */
export function ClaimList({ claims }: Readonly<{ claims: readonly PrintedData[] }>) {
  return (
    <ol class="claims">
      {claims.map((claim) => (
        <li key={`${claim.document.id} ${claim.id}`} class={isSure(claim) ? "card" : "card doubtful"}>
          <Chain {...claim} />
          <Facts attribution={claim} entities={entitiesById(claim.entities)}>
            <a class="permalink" href={`/attributions/${encodeURIComponent(claim.id)}`}>
              permalink
            </a>
          </Facts>
          <JudgementList judgements={claim.judgements} />
          <p class="line">
            <a href={attributionHref(claim)}>{titleOf(claim.document)}</a> <Imprint {...claim.document} />
          </p>
        </li>
      ))}
    </ol>
  )
}
