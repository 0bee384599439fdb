import { load } from "./gathering.ts"
import { askedId, noDocument } from "./model/asked-document.ts"
import { CounterclaimError } from "./model/error.ts"
import type { FigureId } from "./model/figure.ts"
import type { DocumentRecord, DocumentView, Ledger } from "./model/ledger.ts"
import { toStoryRow } from "./reconcile/check/story-rows.ts"
import { findIncidents } from "./reconcile/incidents/find-incidents.ts"
import type { StoryKeeper } from "./story-keeper.ts"

/** What questions name: stories, incidents and documents, by their ids. */

const STORY_ID = /^s-[0-9a-f]{20}$/
const INCIDENT_ID = /^i-[0-9a-f]{20}$/

/** The ids of documents. */
export const idsOf = (views: readonly DocumentView[]): string[] => views.map(({ document }) => document.id)

/**
 * The documents of a story or an incident, with the figures to look at; null where what is asked is no such id.
 * Rejects with `ask/no-story`, `ask/no-incident`.
 */
export async function findAsked(
  ledger: Ledger,
  stories: StoryKeeper,
  id: string,
): Promise<Readonly<{ records: DocumentRecord[]; only?: ReadonlySet<FigureId> }> | null> {
  if (STORY_ID.test(id)) return { records: await load(ledger, idsOf(await findStory(stories, id))) }
  if (!INCIDENT_ID.test(id)) return null
  for (const views of await stories()) {
    const records = await load(ledger, idsOf(views))
    const incident = findIncidents(records).incidents.find((one) => one.id === id)
    if (incident) return { records, only: new Set(incident.figures) }
  }
  throw new CounterclaimError({
    code: "ask/no-incident",
    what: "no incident of the ledger has this id: it is made of its figures and changes when one joins it",
    where: id,
    fix: "take an id from counterclaim incidents",
  })
}

/** The documents of a story. Rejects with `ask/no-story` when there is none of that id. */
export async function findStory(stories: StoryKeeper, id: string): Promise<readonly DocumentView[]> {
  const story = (await stories()).find((views) => toStoryRow(views).id === id)
  if (story) return story
  throw new CounterclaimError({
    code: "ask/no-story",
    what: "no story of the ledger has this id: a story's id is made of its documents and changes when one joins it",
    where: id,
    fix: "take an id from counterclaim stories",
  })
}

/** A document by its id or address. Rejects with `ask/no-document` when the ledger has none. */
export async function findDocument(ledger: Ledger, asked: string): Promise<DocumentRecord> {
  const [record] = await load(ledger, [askedId(asked)])
  if (record) return record
  throw noDocument(asked)
}
