import { type Act, type Attribution, attributionId, runId } from "../src/model/attribution.ts"
import type { PublishedDate } from "../src/model/date.ts"
import { documentId, readingId } from "../src/model/document.ts"
import { NO_FINDINGS } from "../src/model/findings.ts"
import type { Entry } from "../src/model/ledger.ts"
import { toSnapshot } from "../src/model/snapshot.ts"
import type { Span } from "../src/model/span.ts"
import { toText } from "../src/model/text.ts"

/** Words of the text that make up one attribution; each is looked for once, from the start. */
export type InventedClaim = Readonly<{
  source: string | null
  cue: string | null
  content: readonly string[]
  act?: Act
  shown?: boolean
  /** The number of the claim that it stands in. */
  within?: number
}>

export type Invented = Readonly<{
  text: string
  file?: string
  title?: string | null
  publisher?: string | null
  published?: PublishedDate | null
  language?: string | null
  article?: boolean
  /** Absent: no run at all. */
  claims?: readonly InventedClaim[]
}>

const AT = "2031-03-12T08:00:00Z"
const MODEL = { name: "invented", version: 1, sha256: "0123456789ab" }

/** An entry as the pipeline would make it, of an article that a test invents. */
export function inventedEntry(invented: Invented): Entry {
  const { file = "/articles/a.txt", title = null, publisher = null, published = null, article = true } = invented
  const snapshot = toSnapshot({ bytes: Buffer.from(invented.text), url: null, headers: {}, fetched: AT })
  const text = toText(invented.text)
  const document = { id: documentId({ url: null, publisher, file }), url: null, publisher }
  const reading = {
    document: document.id,
    snapshot: snapshot.sha256,
    reader: 1,
    article,
    notArticle: article ? null : "a list of links",
    title,
    publisher,
    bylines: [],
    published,
    language: invented.language === undefined ? "en" : invented.language,
    text: text.id,
    modified: null,
    removed: [{ text: "Spread the word", reason: "sharing buttons", score: 0.02, at: 0 }],
    blocks: [],
    evidence: [],
  }
  const attributions = invented.claims?.map((claim) => attribution(invented, claim))
  const run = {
    id: runId({ text: text.id, model: MODEL, data: 1, anchor: null }),
    text: text.id,
    model: MODEL,
    data: 1,
    anchor: null,
    findings: NO_FINDINGS,
  }
  return {
    snapshot,
    document,
    reading: { id: readingId(reading), ...reading },
    text,
    sighting: { document: document.id, snapshot: snapshot.sha256, url: file, at: AT },
    run: attributions ? { ...run, attributions } : null,
  }
}

function attribution(
  { text, claims }: Invented,
  { act = "assert", shown = true, ...claim }: InventedClaim,
): Attribution {
  const parts = partsOf(text, claim)
  const parent = claim.within === undefined ? undefined : claims?.[claim.within]
  return {
    id: attributionId(toText(text).id, parts),
    ...parts,
    quotation: "indirect",
    act,
    within: parent ? attributionId(toText(text).id, partsOf(text, parent)) : null,
    speaker: null,
    onBehalfOf: null,
    confidence: shown ? 0.95123456 : 0.4,
    shown,
    because: ["it was invented so"],
  }
}

function partsOf(text: string, claim: InventedClaim): { source: Span | null; cue: Span | null; content: Span[] } {
  const find = (words: string): Span => {
    const start = text.indexOf(words)
    if (start < 0) throw new Error(`"${words}" is not in the text`)
    return { start, end: start + words.length }
  }
  const { source, cue, content } = claim
  return {
    source: source === null ? null : find(source),
    cue: cue === null ? null : find(cue),
    content: content.map(find),
  }
}
