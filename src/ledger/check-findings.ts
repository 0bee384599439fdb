import type { Run } from "../model/attribution.ts"
import { type Entity, entityId } from "../model/entity.ts"
import type { Evidence } from "../model/evidence.ts"
import { type Figure, figureId } from "../model/figure.ts"
import type { Problem } from "../model/ledger.ts"
import type { Place } from "../model/place.ts"
import type { Span } from "../model/span.ts"
import { problem } from "./problem.ts"

/** Whether a span has characters, and all of them in a text of so many units. */
export const isInside = ({ start, end }: Span, length: number): boolean =>
  Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= length

/** Problems of what a run found beside attributions: spans on its text, ids, and what they refer to. */
export function findingProblems(run: Run, text: string): Problem[] {
  const { entities, figures, times, places, evidence } = run.findings
  const attributions = new Set<string | null>(run.attributions.map(({ id }) => id)).add(null)
  const known: Known = { run, attributions, figures: new Set<string | null>(figures.map(({ id }) => id)).add(null) }
  return [
    ...outsideProblems(run, text),
    ...twiceProblems(run),
    ...entities.flatMap((entity) => entityProblems(entity, run)),
    ...speakerProblems(run),
    ...figures.flatMap((figure) => figureProblems(figure, known)),
    ...places.flatMap((place) => placeProblems(place, run)),
    ...evidence.flatMap((one) => evidenceProblems(one, known)),
    ...times.flatMap(({ value, start }) =>
      value === "" ? [problem("time-value", "its value is empty, not null", `time at ${start} of run ${run.id}`)] : [],
    ),
  ]
}

/** A run with the ids that its findings may refer to; null is one of them. */
type Known = Readonly<{ run: Run; attributions: ReadonlySet<string | null>; figures: ReadonlySet<string | null> }>

function outsideProblems({ id, findings }: Run, text: string): Problem[] {
  const { entities, figures, times, places, evidence } = findings
  const named: readonly (readonly [what: string, spans: readonly (Span | null)[]])[] = [
    ...entities.map((entity) => [`entity ${entity.id}`, entity.mentions] as const),
    ...figures.map((figure) => [`figure ${figure.id}`, [figure, figure.asOf]] as const),
    ...times.map((time) => [`time at ${time.start}`, [time]] as const),
    ...places.map((place) => [`place at ${place.start}`, [place]] as const),
    ...evidence.map(({ item, checker, finding }) => [`evidence at ${item.start}`, [item, checker, finding]] as const),
  ]
  const wrong = named.filter(
    ([, spans]) => spans.length === 0 || spans.some((span) => span !== null && !isInside(span, text.length)),
  )
  return wrong.map(([what]) =>
    problem("span", `a span is empty, missing or outside of the text (${text.length} units)`, `${what} of run ${id}`),
  )
}

function twiceProblems({ id, findings }: Run): Problem[] {
  const ids = [...findings.entities, ...findings.figures].map((one) => one.id)
  return new Set(ids).size === ids.length ? [] : [problem("finding-twice", "it holds one finding twice", `run ${id}`)]
}

/** One of its mentions gives the id: mostly the first, but a pronoun may stand before the name that it was found by. */
function entityProblems({ id, mentions }: Entity, run: Run): Problem[] {
  return mentions.length === 0 || mentions.some((mention) => entityId(run.text, mention) === id)
    ? []
    : [problem("entity-id", "its text and none of its mentions give its id", `entity ${id} of run ${run.id}`)]
}

function speakerProblems({ id: run, attributions, findings }: Run): Problem[] {
  const entities = new Set<string | null>(findings.entities.map(({ id }) => id)).add(null)
  return attributions
    .filter(({ speaker, onBehalfOf }) => !entities.has(speaker) || !entities.has(onBehalfOf))
    .map(({ id }) =>
      problem("speaker", "its speaker is no entity that the run holds", `attribution ${id} of run ${run}`),
    )
}

function figureProblems(figure: Figure, { run, attributions, figures }: Known): Problem[] {
  const { id, low, high, partOf, sameAs, attribution, confidence } = figure
  const where = `figure ${id} of run ${run.id}`
  const isBounded = [low, high].every((bound) => bound === null || Number.isFinite(bound))
  return [
    ...(figureId(run.text, figure) === id ? [] : [problem("figure-id", "its text and place give another id", where)]),
    ...(isBounded && (low === null || high === null || low <= high)
      ? []
      : [problem("figure-bounds", `its bounds are ${low} to ${high}`, where)]),
    ...(attributions.has(attribution) && figures.has(partOf) && figures.has(sameAs) && partOf !== id && sameAs !== id
      ? []
      : [problem("finding-reference", "it refers to what the run does not hold, or to itself", where)]),
    ...(confidence >= 0 && confidence <= 1 ? [] : [problem("confidence", "its confidence is not 0 to 1", where)]),
  ]
}

function placeProblems({ start, latitude, longitude }: Place, run: Run): Problem[] {
  const isPoint = latitude !== null && longitude !== null && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
  return isPoint || (latitude === null && longitude === null)
    ? []
    : [problem("place-point", `${latitude}, ${longitude} is no point`, `place at ${start} of run ${run.id}`)]
}

const evidenceProblems = ({ item, attribution }: Evidence, { run, attributions }: Known): Problem[] =>
  attributions.has(attribution)
    ? []
    : [
        problem(
          "finding-reference",
          "it refers to what the run does not hold, or to itself",
          `evidence at ${item.start} of run ${run.id}`,
        ),
      ]
