import type { ComponentChildren } from "preact"
import { figureWords } from "../../formats/figure-words.ts"
import type { EntityJson, PlaceJson } from "../../formats/findings-json.ts"
import { claimantOf, entityWords, isUnresolvedPlace, STANCE_WORDS } from "./finding-facts.ts"
import { localId, type Reading } from "./noted.ts"
import { timeInWords } from "./time-in-words.ts"

/** The side list: what the text holds, kind by kind, each a link to where it stands. */
export function InThisText({ reading }: Readonly<{ reading: Reading }>) {
  if (kindsOf(reading.findings).length === 0) return null
  return (
    <nav class="in-this-text" id="in-this-text" aria-labelledby="in-this-text-title">
      <h2 id="in-this-text-title">In this text</h2>
      <Figures reading={reading} />
      <People reading={reading} />
      <Places reading={reading} />
      <Times reading={reading} />
      <Evidence reading={reading} />
    </nav>
  )
}

/** Which kinds there is something of, and how many. */
export const kindsOf = ({ figures, entities, places, times, evidence }: Reading["findings"]) =>
  [
    { name: "figure", role: "figure", count: figures.length },
    { name: "speaker", role: "speaker", count: entities.length },
    { name: "place", role: "place", count: places.length },
    { name: "time", role: "time", count: times.length },
    { name: "piece of evidence", role: "evidence", count: evidence.length },
  ].filter(({ count }) => count > 0)

type KindProps = Readonly<{ reading: Reading }>

function Kind({ title, count, children }: Readonly<{ title: string; count: number; children: ComponentChildren }>) {
  if (count === 0) return null
  return (
    <details open>
      <summary>
        {title} <span class="quiet">{count}</span>
      </summary>
      <ul>{children}</ul>
    </details>
  )
}

function Figures({ reading: { findings, known } }: KindProps) {
  return (
    <Kind title="Figures" count={findings.figures.length}>
      {findings.figures.map((figure) => {
        const claimant = claimantOf(figure.attribution, known)
        return (
          <li key={figure.id}>
            <a href={`#in-${figure.id}`}>{figureWords(figure)}</a>{" "}
            <span class="quiet">{claimant ?? "publisher’s own voice"}</span>
          </li>
        )
      })}
    </Kind>
  )
}

/** Those who speak come before those who are only named. */
function People({ reading: { findings, attributions } }: KindProps) {
  const spoken = (entity: EntityJson) =>
    attributions.filter(({ attribution }) => attribution.speaker === entity.id && attribution.shown)
  const ordered = findings.entities.toSorted((a, b) => Number(spoken(b).length > 0) - Number(spoken(a).length > 0))
  return (
    <Kind title="People and organisations" count={ordered.length}>
      {ordered.map((entity) => (
        <li key={entity.id}>
          {entity.name} <span class="quiet">{entityWords(entity)}</span>{" "}
          {spoken(entity).map(({ attribution, number }) => (
            <a
              key={number}
              class="reference"
              href={`#in-${attribution.id}`}
              aria-label={`speaks in attribution ${number}`}
            >
              {number}
            </a>
          ))}
        </li>
      ))}
    </Kind>
  )
}

/** One line a place, however often it is named. */
function Places({ reading: { findings } }: KindProps) {
  const byPlace = new Map<string, PlaceJson[]>()
  for (const place of findings.places) {
    const key = `${place.name} ${place.country} ${place.latitude}`
    byPlace.set(key, [...(byPlace.get(key) ?? []), place])
  }
  return (
    <Kind title="Places" count={byPlace.size}>
      {[...byPlace.values()].map((places) => {
        const [place] = places as [PlaceJson]
        const where = isUnresolvedPlace(place)
          ? "not resolved"
          : place.precision === "none"
            ? "no point"
            : place.country
        return (
          <li key={place.start} class={isUnresolvedPlace(place) ? "open" : undefined}>
            <a href={`#in-${localId("place", place)}`}>{place.name}</a> <span class="quiet">{where}</span>
            {places.length > 1 ? <span class="quiet"> ×{places.length}</span> : null}
          </li>
        )
      })}
    </Kind>
  )
}

function Times({ reading: { findings } }: KindProps) {
  return (
    <Kind title="Times" count={findings.times.length}>
      {findings.times.map((time) => (
        <li key={time.start} class={time.value === null ? "open" : undefined}>
          <a href={`#in-${localId("time", time)}`}>{time.text}</a>{" "}
          <span class="quiet">{time.value === null ? "not resolved" : timeInWords(time.value)}</span>
        </li>
      ))}
    </Kind>
  )
}

function Evidence({ reading: { findings, known } }: KindProps) {
  return (
    <Kind title="Evidence" count={findings.evidence.length}>
      {findings.evidence.map((one) => (
        <li key={one.item.start} class={one.stance === "open" ? "open" : undefined}>
          <a href={`#in-${localId("evidence", one.item)}`}>{one.item.text}</a>{" "}
          <span class="quiet">
            {one.kind}, {STANCE_WORDS[one.stance]}: {claimantOf(one.attribution, known) ?? "no claim of the text"}
          </span>
        </li>
      ))}
    </Kind>
  )
}
