import fc from "fast-check"
import type { AttributionQuery, Ledger } from "../../src/model/ledger.ts"
import type { ClaimSketch, Sketch } from "./entries.ts"

const SOURCES = ["Mara Quill", "MARA  QUILL", "the harbour office", "The harbour office", "Zoë Ångström", "she"]
const CONTENTS = [
  "twelve boats were lost",
  "Twelve of the boats came home",
  "no BOATS were counted",
  "the café was shut",
  "boats",
]
const CUES = ["said", "denied", "told us"]
const ACTS = ["assert", "deny", "show"] as const

const sentence = fc.record({
  source: fc.constantFrom(...SOURCES),
  cue: fc.constantFrom(...CUES),
  content: fc.constantFrom(...CONTENTS),
})

/** Texts of a few kinds, so that publishers share them. */
const text = fc.uniqueArray(sentence, { minLength: 1, maxLength: 3, selector: ({ content }) => content })
const TEXTS = fc.sample(text, { seed: 7, numRuns: 6 })

const claimsOf = (sentences: (typeof TEXTS)[number], seed: number): ClaimSketch[] =>
  sentences
    .filter((_, index) => (seed >> index) % 3 !== 0)
    .map(({ source, cue, content }, index) => ({
      source: (seed + index) % 5 === 0 ? null : source,
      cue,
      content: [content],
      act: ACTS[(seed + index) % 3]!,
      shown: (seed >> index) % 2 === 0,
    }))

/** What is of one model, data and date on one text is one run: its claims hang on nothing else. */
export const sketch: fc.Arbitrary<Sketch> = fc
  .record({
    kind: fc.nat(TEXTS.length - 1),
    publisher: fc.constantFrom("Tern Post", "The Gull", null),
    article: fc.integer({ min: 0, max: 5 }),
    title: fc.constantFrom("Boats lost", "Café shut", null),
    published: fc.constantFrom("2024-03-04", "2024", "2024-03-04T10:00+01:00", null),
    minute: fc.integer({ min: 10, max: 14 }),
    reader: fc.integer({ min: 1, max: 2 }),
    model: fc.integer({ min: 0, max: 2 }),
    data: fc.integer({ min: 1, max: 2 }),
    anchored: fc.boolean(),
  })
  .map(({ kind, article, minute, model, data, title, published, reader, publisher, anchored }) => {
    const sentences = TEXTS[kind]!
    return {
      url: `https://${publisher ?? "nobody"}.example/boats`.replaceAll(" ", "-"),
      publisher,
      text: sentences.map(({ source, cue, content }) => `${source} ${cue} ${content}.`).join("\n"),
      page: `page ${kind} ${title} ${published} ${article}`,
      article: article > 0,
      title,
      // A reading hangs on page and reader alone.
      published: reader === 1 ? published : "2023",
      at: `2024-03-05T08:${minute}:00.000Z`,
      reader,
      data,
      model,
      anchored,
      claims: model === 0 ? null : claimsOf(sentences, kind + 7 * model + 3 * data),
    }
  })

export const query: fc.Arbitrary<AttributionQuery> = fc.record(
  {
    words: fc.constantFrom("boats", "the boats", "CAFE", "ångstrom", "—", "twelve home"),
    source: fc.constantFrom("mara quill", "Harbour", "zoë", "nobody", "he"),
    act: fc.constantFrom(...ACTS),
    shownOnly: fc.boolean(),
    limit: fc.nat(5),
    offset: fc.nat(3),
  },
  { requiredKeys: [] },
)

const WORDS = ["boats", "twelve boats", "cafe", "said", "quill lost", "shut", "lost home", "zebra"]

/** Every answer that a ledger gives; snapshots apart, of which the first is kept. */
export async function answers(ledger: Ledger, queries: readonly AttributionQuery[]): Promise<unknown> {
  const documents = await ledger.documents()
  const all = await ledger.attributions()
  return {
    counts: await ledger.counts(),
    documents,
    records: await Promise.all(documents.map(({ document }) => ledger.document(document.id))),
    attributions: await Promise.all([{}, ...queries].map((query) => ledger.attributions(query))),
    single: await Promise.all(all.map(({ attribution }) => ledger.attribution(attribution.id))),
    sources: [await ledger.sources(), await ledger.sources({ limit: 2, offset: 1 })],
    found: await Promise.all(WORDS.map((words) => ledger.search(words))),
    page: await ledger.search("boats", { limit: 2, offset: 1 }),
    problems: await ledger.verify(),
  }
}
