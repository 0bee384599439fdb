import type { Page, SourceView } from "../model/ledger.ts"
import { spanText } from "../model/span.ts"
import { by, byCodePoints, type State, standings } from "./memory-state.ts"
import { toPage } from "./page.ts"
import { sourceForm, sourceKey } from "./source-form.ts"

/** Node 20 has no Map.groupBy yet. */
function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

type Mention = Readonly<{ form: string; shown: boolean; document: string; publisher: string | null }>

/** The in-memory form of `Ledger.sources`. */
export function sourcesOfState(state: State, page: Page): SourceView[] {
  const groups = groupBy(mentionsOf(state), ({ form }) => sourceKey(form))
  const { limit, offset } = toPage(page)
  return [...groups.values()]
    .map(toSourceView)
    .sort(
      by(
        (a, b) => b.documents - a.documents,
        (a, b) => b.attributions - a.attributions,
        (a, b) => byCodePoints(a.source, b.source),
      ),
    )
    .slice(offset, offset + limit)
}

const mentionsOf = (state: State): Mention[] =>
  standings(state).flatMap(({ attributions, text, head }) =>
    attributions.flatMap(({ source, shown }) => {
      const form = source ? sourceForm(spanText(text.value, source)) : ""
      return form ? [{ form, shown, document: head.id, publisher: head.publisher }] : []
    }),
  )

function toSourceView(mentions: readonly Mention[]): SourceView {
  const publishers = new Set(mentions.map(({ publisher }) => publisher).filter((publisher) => publisher !== null))
  return {
    source: commonestForm(mentions),
    attributions: mentions.length,
    shown: mentions.filter(({ shown }) => shown).length,
    documents: new Set(mentions.map(({ document }) => document)).size,
    publishers: [...publishers].sort(byCodePoints),
  }
}

const commonestForm = (mentions: readonly Mention[]): string =>
  [...groupBy(mentions, ({ form }) => form)].sort(
    by(
      ([, a], [, b]) => b.length - a.length,
      ([a], [b]) => byCodePoints(a, b),
    ),
  )[0]![0]
