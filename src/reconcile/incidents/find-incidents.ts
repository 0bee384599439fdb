import type { Figure, FigureId } from "../../model/figure.ts"
import { idOf } from "../../model/hash.ts"
import type { DocumentRecord } from "../../model/ledger.ts"
import type { Place, PlacePrecision } from "../../model/place.ts"

/** Something that happened, as documents tell it. */
export type Incident = Readonly<{
  /** Made of the smallest id of its figures. */
  id: string
  /** First and last day that is named, "2031-03-12"; both null where none is. */
  from: string | null
  to: string | null
  /** The most exact place that is named; null where none is. */
  place: Pick<Place, "name" | "country" | "latitude" | "longitude" | "precision"> | null
  /** Sides of those counted, by a table of parties, and what is counted, as printed. */
  parties: readonly string[]
  figures: readonly FigureId[]
  /** Figures that may belong to it, and to another incident as well. */
  unsure: readonly FigureId[]
  documents: readonly string[]
  /** Why its figures are taken together, in words. */
  because: readonly string[]
}>

/** `open`: figures of no incident, since neither a day nor a place is named for them. */
export type Incidents = Readonly<{ incidents: readonly Incident[]; open: readonly FigureId[] }>

/** What a figure says of when and where. */
type Anchor = Readonly<{ document: string; figure: Figure; day: string | null; place: Place | null }>
type Group = { anchors: Anchor[]; because: Set<string> }

/** Two points of one place may lie so far apart, by the coarser one's precision, in km. */
const REACH: Readonly<Record<PlacePrecision, number>> = { exact: 20, city: 30, region: 150, country: 0, none: 0 }
const FINENESS: readonly PlacePrecision[] = ["exact", "city", "region", "country", "none"]
const COUNTRY = FINENESS.indexOf("country")
/** Measures that count what no incident did. */
const NO_INCIDENT: ReadonlySet<string> = new Set([
  "count",
  "share",
  "distance",
  "area",
  "mass",
  "rate",
  "votes",
  "money",
])
const DAY = 86_400_000

/**
 * The things that happened, by the documents of a story: figures for which a day and a place are named are one
 * incident's where the days are the same or follow one another and the places may be one; figures for which only one of
 * the two is named join the one incident that they agree with. Where they agree with several they are unsure, never
 * dealt out. By day, then by place. Empty lists when there are no figures.
 */
export function findIncidents(records: readonly DocumentRecord[]): Incidents {
  const anchors = records.flatMap(anchorsOf)
  const groups: Group[] = []
  const byStrength = [...anchors].sort(
    (a, b) => strength(b) - strength(a) || order(a.figure.id, b.figure.id) || order(a.document, b.document),
  )
  const unsure: { anchor: Anchor; groups: Group[] }[] = []
  const open: FigureId[] = []
  for (const anchor of byStrength) {
    if (strength(anchor) === 0) {
      open.push(anchor.figure.id)
      continue
    }
    const fitting = groups.filter(
      (group) =>
        group.anchors.some((other) => whyOne(anchor, other) !== null) &&
        !group.anchors.some((other) => areApart(anchor, other)),
    )
    if (fitting.length === 0) groups.push({ anchors: [anchor], because: new Set() })
    else if (fitting.length > 1) unsure.push({ anchor, groups: fitting })
    else {
      const group = fitting[0]!
      group.because.add(group.anchors.map((other) => whyOne(anchor, other)).find((why) => why !== null)!)
      group.anchors.push(anchor)
    }
  }
  const incidents = groups.map((group) => toIncident(group, unsure.filter((one) => one.groups.includes(group)).map((one) => one.anchor))) // biome-ignore format: one step
  return { incidents: incidents.sort((a, b) => order(a.from ?? "~", b.from ?? "~") || order(a.place?.name ?? "~", b.place?.name ?? "~")), open: [...new Set(open)].sort() } // biome-ignore format: one record
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Both a day and a place; one of them; nothing. A country or a sea is no place to tell incidents by. */
const strength = ({ day, place }: Anchor): number => (day === null ? 0 : 2) + (place === null ? 0 : 1)

function anchorsOf({ document, run }: DocumentRecord): Anchor[] {
  const { figures = [], places = [] } = run?.findings ?? {}
  return figures
    .filter(({ measure, partOf }) => !NO_INCIDENT.has(measure) && partOf === null)
    .map((figure) => {
      const named = places.filter(({ name }) => name === figure.place)
      const place = named.sort((a, b) => FINENESS.indexOf(a.precision) - FINENESS.indexOf(b.precision))[0] ?? null
      const coarse = place !== null && FINENESS.indexOf(place.precision) >= COUNTRY
      const day = /^\d{4}-\d{2}-\d{2}/.exec(figure.meant ?? "")?.[0] ?? null
      return { document: document.id, figure, day, place: coarse ? null : place }
    })
}

/** In words, why two figures may be of one incident; null where nothing says so. */
function whyOne(a: Anchor, b: Anchor): string | null {
  const when = a.day !== null && b.day !== null && daysBetween(a.day, b.day) <= 1
  const where = a.place !== null && b.place !== null && mayBeOne(a.place, b.place)
  const day = when ? (a.day === b.day ? "the same day" : "days that follow one another") : null
  const place = where ? (a.place!.name === b.place!.name ? `the same place, ${a.place!.name}` : `places near one another, ${[a.place!.name, b.place!.name].sort().join(" and ")}`) : null // biome-ignore format: one choice
  return day && place ? `${place}, on ${day}` : (place ?? day)
}

/** Whether what is named for both tells them apart. */
const areApart = (a: Anchor, b: Anchor): boolean =>
  (a.day !== null && b.day !== null && daysBetween(a.day, b.day) > 1) ||
  (a.place !== null && b.place !== null && !mayBeOne(a.place, b.place))

const daysBetween = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b)) / DAY

function mayBeOne(a: Place, b: Place): boolean {
  if (a.name === b.name) return true
  if (a.latitude === null || b.latitude === null) return false
  return kilometres(a, b) <= Math.max(REACH[a.precision], REACH[b.precision])
}

/** On a sphere; both must be points. */
function kilometres(a: Place, b: Place): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const [x, y] = [radians(a.latitude!), radians(b.latitude!)]
  const half =
    Math.sin((x - y) / 2) ** 2 + Math.cos(x) * Math.cos(y) * Math.sin(radians(a.longitude! - b.longitude!) / 2) ** 2
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(half)))
}

function toIncident({ anchors, because }: Group, unsure: readonly Anchor[]): Incident {
  const days = anchors.flatMap(({ day }) => day ?? []).sort()
  const places = anchors.flatMap(({ place }) => place ?? [])
  const finest = places.sort(
    (a, b) => FINENESS.indexOf(a.precision) - FINENESS.indexOf(b.precision) || order(a.name, b.name),
  )[0]
  const figures = [...new Set(anchors.map(({ figure }) => figure.id))].sort()
  const parties = anchors.flatMap(({ figure: { side, of } }) => [side, of].filter((party) => party !== null))
  return {
    id: idOf("i", figures[0]!),
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    place: finest ? { name: finest.name, country: finest.country, latitude: finest.latitude, longitude: finest.longitude, precision: finest.precision } : null, // biome-ignore format: one record
    parties: [...new Set(parties)].sort(),
    figures,
    unsure: [...new Set(unsure.map(({ figure }) => figure.id))].sort(),
    documents: [...new Set(anchors.map(({ document }) => document))].sort(),
    because: because.size > 0 ? [...because].sort() : ["told of by one figure alone"],
  }
}
