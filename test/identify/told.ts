import { type IdentifyOptions, identify } from "../../src/identify/identify.ts"
import { loadSpeakers } from "../../src/lexicon/speakers.ts"
import { type Attribution, attributionId } from "../../src/model/attribution.ts"
import type { Entity, NamedSpan } from "../../src/model/entity.ts"
import { analysed } from "../analyse/analysed.ts"
import { marked } from "../attribute/marked.ts"

const lexicon = loadSpeakers()

/** What was said by whom in a text marked as `marked` reads it, with the names that a model would have found. */
export function told(
  source: string,
  {
    names = [],
    watch,
  }: Readonly<{ names?: readonly (readonly [string, NamedSpan["kind"]])[]; watch?: IdentifyOptions["watch"] }> = {},
): Readonly<{
  entities: readonly Entity[]
  /** Name and kind of each attribution's speaker, in order; null: left open. */
  speakers: readonly (readonly [string, string] | null)[]
  behalf: readonly (string | null)[]
}> {
  const { text, expected } = marked(source)
  const attributions = expected.map(
    ({ source: [from = null], cue: [cue = null], content }): Attribution => ({
      id: attributionId(text.id, { cue, content }),
      source: from,
      cue,
      content,
      quotation: text.value.slice(content[0]!.start, content[0]!.end).startsWith("“") ? "direct" : "indirect",
      act: "assert",
      within: null,
      speaker: null,
      onBehalfOf: null,
      confidence: 1,
      shown: true,
      because: [],
    }),
  )
  const spans = names.flatMap(([name, kind]) =>
    placesOf(text.value, name).map((start) => ({ start, end: start + name.length, kind, score: 0.9 })),
  )
  const analysis = { ...analysed(text), names: spans.sort((a, b) => a.start - b.start) }
  const { entities, speakers } = identify(analysis, attributions, { lexicon, ...(watch ? { watch } : {}) })
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  const spoken = attributions.map(({ id }) => speakers.get(id)!)
  return {
    entities,
    speakers: spoken.map(({ speaker }) => {
      const entity = speaker === null ? undefined : byId.get(speaker)
      return entity ? ([entity.name, entity.kind] as const) : null
    }),
    behalf: spoken.map(({ onBehalfOf }) => (onBehalfOf === null ? null : byId.get(onBehalfOf)!.name)),
  }
}

function placesOf(text: string, name: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) found.push(at)
  return found
}
