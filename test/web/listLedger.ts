import type { AttributionView, DocumentView, Entry, Ledger } from "../../src/model/ledger.ts"
import { spanText } from "../../src/model/span.ts"

const unused = async (): Promise<never> => {
  throw new Error("the web application only reads")
}

/** A ledger over a list of entries, one a document: as much of one as the pages ask for. */
export function listLedger(entries: readonly Entry[]): Ledger {
  const of = (entry: Entry) => entry.run?.attributions ?? []
  const view = (entry: Entry): DocumentView => {
    const { document, reading, sighting, run } = entry
    const shown = of(entry).filter((one) => one.shown).length
    const seen = { firstSeen: sighting.at, lastSeen: sighting.at, sightings: 1 }
    return { document, reading, ...seen, shown, doubtful: of(entry).length - shown, attributed: run !== null }
  }
  const head = ({ document, reading }: Entry) => {
    const { title, published } = reading
    return { id: document.id, url: document.url, title, publisher: reading.publisher, published }
  }
  const rows = (entry: Entry): AttributionView[] =>
    of(entry).map((attribution) => {
      const words = (span: { start: number; end: number } | null) => span && spanText(entry.text.value, span)
      const { source, cue, content } = attribution
      const contentText = content.map((span) => spanText(entry.text.value, span))
      return { attribution, document: head(entry), sourceText: words(source), cueText: words(cue), contentText }
    })
  const part = <T>(all: readonly T[], { limit = 100, offset = 0 } = {}) => all.slice(offset, offset + limit)
  const latest = entries.toSorted((a, b) => b.sighting.at.localeCompare(a.sighting.at))
  return {
    ...{ add: unused, judge: unused, judgements: unused, snapshot: unused, verify: unused, close: async () => {} },
    counts: async () => {
      const views = entries.map(view)
      const sum = (name: "shown" | "doubtful") => views.reduce((total, one) => total + one[name], 0)
      const attributed = views.filter((one) => one.attributed).length
      return { documents: entries.length, attributed, shown: sum("shown"), doubtful: sum("doubtful") }
    },
    documents: async (page) => part(latest, page).map(view),
    document: async (id) => {
      const entry = entries.find(({ document }) => document.id === id)
      if (!entry) return null
      const { text, run, reading, sighting } = entry
      return { ...view(entry), text, run, readings: [reading], seen: [sighting] }
    },
    attributions: async ({ words, source, act, shownOnly, ...page } = {}) => {
      const fits = ({ attribution, sourceText, contentText }: AttributionView) =>
        (!act || attribution.act === act) &&
        (!shownOnly || attribution.shown) &&
        (!source || (sourceText ?? "").toLowerCase().includes(source.toLowerCase())) &&
        (!words || contentText.join(" ").toLowerCase().includes(words.toLowerCase()))
      return part(latest.flatMap(rows).filter(fits), page)
    },
    attribution: async (id) => entries.flatMap(rows).filter(({ attribution }) => attribution.id === id),
    sources: async (page) => {
      const all = entries.flatMap(rows).filter(({ sourceText }) => sourceText)
      const names = [...new Set(all.map(({ sourceText }) => sourceText!))]
      return part(
        names.map((name) =>
          sourceView(
            name,
            all.filter((row) => row.sourceText === name),
          ),
        ),
        page,
      )
    },
    search: async (words, page) => {
      const hits = entries.filter(({ text }) => text.value.toLowerCase().includes(words.toLowerCase()))
      const found = hits.map((entry) => ({
        document: head(entry),
        attribution: null,
        excerpt: entry.text.value.slice(0, 200),
      }))
      return part(found, page)
    },
  }
}

const sourceView = (source: string, rows: readonly AttributionView[]) => ({
  source,
  attributions: rows.length,
  shown: rows.filter(({ attribution }) => attribution.shown).length,
  documents: new Set(rows.map(({ document }) => document.id)).size,
  publishers: [...new Set(rows.map(({ document }) => document.publisher ?? ""))].filter(Boolean),
})
