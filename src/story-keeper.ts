import { openStoryIndex, type StoryDocument, type StoryIds, type StoryIndex, type StoryJudgement } from "./comparing.ts"
import { latestJudgements } from "./model/latest-judgements.ts"
import type { DocumentRecord, DocumentView, Ledger } from "./model/ledger.ts"

/** The stories of a ledger: the heads of their documents. The second time only what is new is read. */
export type StoryKeeper = () => Promise<DocumentView[][]>

/** What a judgement of two documents says of their stories. */
const VERDICTS: Readonly<Record<string, boolean>> = { same: true, different: false }
const DOCUMENT = /^d-[0-9a-f]{20}$/
const PAGE = 200

type Held = Readonly<{
  index: StoryIndex
  judged: string
  settled: StoryIds[]
  /** Reading by document, of what was added. */
  added: Map<string, string>
}>

/**
 * Keeps the stories of a ledger in memory. Documents are added by date, one after the other, and forgotten when no later
 * one can touch their story; one that comes too late, or is read anew, and a new judgement begin all anew.
 */
export function openStoryKeeper(ledger: Ledger): StoryKeeper {
  let held: Held | null = null
  return async () => {
    const views = await articlesOf(ledger)
    const judgements = await storyJudgements(ledger)
    const judged = JSON.stringify(judgements)
    if (held?.judged !== judged || !(await addNew(held, views, ledger))) {
      held = { index: openStoryIndex(undefined, judgements), judged, settled: [], added: new Map() }
      await addNew(held, views, ledger)
    }
    const byId = new Map(views.map((view) => [view.document.id, view]))
    const stories = [...held.settled, ...held.index.stories()]
    return stories.map((ids) => ids.flatMap((id) => byId.get(id) ?? []))
  }
}

/** False where one of them cannot be added to what is held. */
async function addNew(held: Held, views: readonly DocumentView[], ledger: Ledger): Promise<boolean> {
  const { index, settled, added } = held
  for (const { document, reading } of views) {
    const known = added.get(document.id)
    if (known === reading.id) continue
    const record = known === undefined ? await ledger.document(document.id) : null
    if (!record || !index.add(document.id, toStoryDocument(record))) return false
    added.set(document.id, reading.id)
    settled.push(...index.settle())
  }
  return true
}

/** What people said of pairs of documents, in the order in which it counts. */
export async function storyJudgements(ledger: Ledger): Promise<StoryJudgement[]> {
  return latestJudgements(await ledger.judgements()).flatMap(({ left, right, verdict }) => {
    const same = VERDICTS[verdict]
    const isPair = right !== null && DOCUMENT.test(left) && DOCUMENT.test(right)
    return !isPair || same === undefined ? [] : [{ left, right, same }]
  })
}

/** Those that are articles, without a date first, then by date. */
export async function articlesOf(ledger: Ledger): Promise<DocumentView[]> {
  const all: DocumentView[] = []
  for (let offset = 0; ; offset += PAGE) {
    const views = await ledger.documents({ limit: PAGE, offset })
    all.push(...views.filter(({ reading }) => reading.article))
    if (views.length < PAGE) break
  }
  const key = ({ reading, document }: DocumentView): string => `${dayOf(reading.published?.value)} ${document.id}`
  return all
    .map((view) => ({ view, key: key(view) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ view }) => view)
}

/** Empty where not even the day is known: such a document may belong to any time. */
const dayOf = (value = ""): string => (value.length < 10 ? "" : value.slice(0, 10))

/** Where a text comes without a title, its first line is taken for one. */
export function toStoryDocument({ reading: { title, published }, text: { value } }: DocumentRecord): StoryDocument {
  const head = title ?? value.trimStart().split(/[\r\n]/, 1)[0] ?? ""
  const text = value.trimStart()
  return { title: head, body: text.startsWith(head) ? text.slice(head.length) : text, published }
}
