import type { WordCounts } from "./lexicon/word-counts.ts"
import { MEASURES } from "./model/figure.ts"
import type { Judged } from "./model/judged.ts"
import type { DocumentRecord, DocumentView, Ledger } from "./model/ledger.ts"
import { type CopyDocument, type CopyPair, copiesAmong } from "./pipeline.ts"
import type { SharedText } from "./reconcile/check/find-claimants.ts"
import type { NamedEntity } from "./reconcile/check/merge-people.ts"
import { type SearchForm, searchForms } from "./reconcile/check/search-forms.ts"
import { sharesText } from "./reconcile/copies/derived.ts"
import { heedCopies } from "./reconcile/judged/heed-copies.ts"

/** Documents of a ledger, gathered for a question. */

/** So many documents are gone through closely for one question. */
const CLOSELY = 80
/** So many words of a question are gone by, the rarest first, of those that stand anywhere. */
const WORDS = 12
/** So many are looked for: what nothing holds takes next to no time. */
const MOST_TRIED = 24
/** So many hits of a word are looked at. */
export const HITS = 200
const PAGE = 200

/** The documents that share the rarest words with the questions, most and rarest first. How rare, the ledger itself says. */
export async function candidates(
  ledger: Ledger,
  questions: readonly Readonly<{ text: string }>[],
  { counts, self }: { counts: WordCounts; self: string | null },
): Promise<DocumentRecord[]> {
  const { documents } = await ledger.counts()
  const scores = new Map<string, number>()
  for (const { text } of questions) {
    for (const { found, rarity } of await findByWord(ledger, { words: searchForms(text, counts), documents })) {
      for (const id of found) scores.set(id, (scores.get(id) ?? 0) + rarity)
    }
  }
  const best = [...scores].filter(([id]) => id !== self).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  return load(
    ledger,
    best.slice(0, CLOSELY).map(([id]) => id),
  )
}

type ByWord = Readonly<{ found: ReadonlySet<string>; rarity: number }>

/** The documents that hold a word, for the first words that any holds; with how rare it is among the documents. */
async function findByWord(
  ledger: Ledger,
  { words, documents }: { words: readonly SearchForm[]; documents: number },
): Promise<ByWord[]> {
  const all: ByWord[] = []
  for (const { forms, share } of words.slice(0, MOST_TRIED)) {
    if (all.length >= WORDS) break
    const hits = await Promise.all(forms.map((form) => ledger.search(form, { limit: HITS })))
    const found = new Set(hits.flat().map(({ document }) => document.id))
    // Where there are more than were given: so many at least, or as many as among articles anywhere.
    const usual = hits.some(({ length }) => length >= HITS) ? share * documents : 0
    const rarity = Math.max(0.01, Math.log((documents + 1) / (Math.max(found.size, usual) + 0.5)))
    if (found.size > 0) all.push({ found, rarity })
  }
  return all
}

/** In the order of the ids; those that the ledger does not hold are left out. */
export async function load(ledger: Ledger, ids: readonly string[]): Promise<DocumentRecord[]> {
  const records: DocumentRecord[] = []
  for (const id of ids) {
    const record = await ledger.document(id)
    if (record) records.push(record)
  }
  return records
}

/** All documents that hold the words; of no words, all of them. */
export async function holding(ledger: Ledger, words: string): Promise<DocumentRecord[]> {
  if (words.trim() === "") return gathered(allDocuments(ledger))
  const hits = await ledger.search(words, { limit: HITS * 5 })
  return load(ledger, [...new Set(hits.map(({ document }) => document.id))])
}

/**
 * All documents that hold the words, but those that name a measure, where their figures are of that measure: "killed"
 * asks for the dead, too, that a document counts as people who died.
 */
export async function holdingOrMeasuring(ledger: Ledger, words: string): Promise<DocumentRecord[]> {
  const all = words.toLowerCase().split(/\s+/).filter(Boolean)
  const measures = new Set(all.filter((word) => (MEASURES as readonly string[]).includes(word)))
  const held = await holding(ledger, words)
  if (measures.size === 0) return held
  const ids = new Set(held.map(({ document }) => document.id))
  const others = await holding(ledger, all.filter((word) => !measures.has(word)).join(" "))
  const counts = ({ run }: DocumentRecord) =>
    run?.findings.figures.some(({ measure }) => measures.has(measure)) ?? false
  return [...held, ...others.filter((record) => !ids.has(record.document.id) && counts(record))]
}

async function gathered<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = []
  for await (const item of items) all.push(item)
  return all
}

/** All documents, last seen first, one page after the other. */
export async function* allDocuments(ledger: Ledger): AsyncGenerator<DocumentRecord> {
  for (let offset = 0; ; offset += PAGE) {
    const views = await ledger.documents({ limit: PAGE, offset })
    yield* await load(
      ledger,
      views.map(({ document }) => document.id),
    )
    if (views.length < PAGE) return
  }
}

/** Pairs of records that share text; what many print letter for letter is compared with others once. */
export const copiesOf = (records: readonly DocumentRecord[]): Iterable<CopyPair> =>
  copiesAmong(records.map(toCopyDocument), { folded: true })

/** Which of the records share text, by their places in the list, as people judged it. */
export function sharedTexts(records: readonly DocumentRecord[], { copies: judged }: Judged): SharedText[] {
  const found = ({ left, right, reuse: { derived, passages } }: CopyPair): SharedText => {
    return { left, right, wholly: derived === "wholly", passages }
  }
  const given = { ids: records.map(({ document }) => document.id), judged }
  const apart = ({ left, right }: Pair): SharedText => ({ left, right, wholly: false, passages: [], apart: true })
  const heeded = heedCopies<CopyPair, SharedText>(copiesOf(records), given, {
    heed: (pair, { from }) => (from === "neither" ? apart(pair) : { ...found(pair), ...wholeIfReworded(pair) }),
    // In which places two documents share what nobody but people sees, nothing tells.
    add: (pair, { from }) => (from === "neither" ? apart(pair) : { ...pair, wholly: true, passages: [] }),
  })
  return Array.from(heeded, (pair) => ("reuse" in pair ? found(pair) : pair))
}

type Pair = Readonly<{ left: number; right: number }>

const wholeIfReworded = ({ reuse }: CopyPair) => (sharesText(reuse) ? {} : { wholly: true })

/** What is looked at of a document in finding copies. */
export const toCopyDocument = ({
  document,
  reading,
  text,
}: Pick<DocumentRecord, "document" | "reading" | "text">): CopyDocument => ({
  id: document.id,
  text: text.value,
  url: document.url,
  publisher: reading.publisher ?? document.publisher,
  published: reading.published,
})

/** With those documents in which people said that a claim of these is made or disputed in other words; none twice. */
export async function withJudged(
  ledger: Ledger,
  records: readonly DocumentRecord[],
  { judged, self = null }: Readonly<{ judged: Judged; self?: string | null }>,
): Promise<DocumentRecord[]> {
  const { pairs, propositions } = judged.claims
  if (pairs.length === 0) return [...records]
  const here = new Set(records.flatMap(({ run }) => (run?.attributions ?? []).map(({ id }) => id)))
  const linked = pairs.flatMap(({ left, right }) => {
    const all = [left, right!].flatMap((id) => [...propositions.groupOf(id)])
    return all.some((id) => here.has(id)) ? all : []
  })
  const known = new Set([self, ...records.map(({ document }) => document.id)])
  const ids = new Set<string>()
  for (const id of new Set(linked)) {
    for (const { document } of here.has(id) ? [] : await ledger.attribution(id)) {
      if (!known.has(document.id)) ids.add(document.id)
    }
  }
  return [...records, ...(await load(ledger, [...ids].sort()))]
}

/** Documents of two stories whose claims people set against each other, with the story of the first. */
export async function judgedAcross(
  ledger: Ledger,
  stories: readonly (readonly DocumentView[])[],
  { claims: { pairs } }: Judged,
): Promise<Readonly<{ ids: readonly string[]; story: readonly DocumentView[] }>[]> {
  const storyOf = new Map(stories.flatMap((views) => views.map(({ document }) => [document.id, views] as const)))
  const found = []
  for (const { left, right, verdict } of pairs) {
    if (verdict !== "disputes") continue
    const [one, two] = [await ledger.attribution(left), await ledger.attribution(right!)].map((views) =>
      views.map(({ document }) => document.id).filter((id) => storyOf.has(id)),
    ) as [string[], string[]]
    if (one.length === 0 || two.length === 0) continue
    if (one.some((id) => two.some((other) => storyOf.get(id) === storyOf.get(other)))) continue
    found.push({ ids: [one[0]!, two[0]!], story: storyOf.get(one[0]!)! })
  }
  return found
}

/** Persons and organisations of a document, with their claims; those that people said were read wrongly are left out. */
export const entitiesOf = ({ document, run }: DocumentRecord, { claims: { readingOf } }: Judged): NamedEntity[] =>
  (run?.findings.entities ?? []).flatMap(({ id, name, kind, roles }) => {
    if (kind !== "person" && kind !== "organisation") return []
    const claims = run!.attributions.filter(
      (claim) => (claim.speaker === id || claim.onBehalfOf === id) && readingOf(claim.id) !== "wrong",
    )
    const shown = claims.filter((claim) => claim.shown || readingOf(claim.id) === "right").length
    return [{ document: document.id, name, kind, roles, claims: claims.length, shown }]
  })

export async function entitiesOfAll(ledger: Ledger, judged: Judged): Promise<NamedEntity[]> {
  const found: NamedEntity[] = []
  for await (const record of allDocuments(ledger)) found.push(...entitiesOf(record, judged))
  return found
}
