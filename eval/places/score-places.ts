import { rate } from "../attribution/count.ts"
import type { Figures } from "../floors.ts"
import { pairSpans } from "../pair-spans.ts"
import { share } from "../share.ts"
import type { GoldPlaces, Point } from "./read-gold-places.ts"

/** A place as the program gives it; `point` null: it is on no map. */
export type PredictedPlace = Readonly<{ start: number; end: number; point: Point | null }>

/** Of one text; `kilometres`: how far off each one lies that is found and whose gold has coordinates. */
export type PlaceCounts = Readonly<{
  predicted: number
  gold: number
  located: number
  overlap: number
  strict: number
  kilometres: readonly number[]
}>

/** As near as this is right. 100 miles. */
const NEAR = 161
/** What is on no map is half round the Earth off. */
const FARTHEST = 20039

/** Count one text: places that share a character are paired one to one, the largest overlap first, then the closest in length. */
export function countPlaces({ places }: Pick<GoldPlaces, "places">, predicted: readonly PredictedPlace[]): PlaceCounts {
  const pairs = pairSpans(predicted, places)
  return {
    predicted: predicted.length,
    gold: places.length,
    located: places.filter(({ point }) => point).length,
    overlap: pairs.length,
    strict: pairs.filter(([a, b]) => a.start === b.start && a.end === b.end).length,
    kilometres: pairs.flatMap(([a, b]) => (b.point ? [a.point ? distance(a.point, b.point) : FARTHEST] : [])),
  }
}

const EARTH = 6371
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Kilometres on a great circle. */
export function distance(a: Point, b: Point): number {
  const [from, to] = [radians(a.latitude), radians(b.latitude)]
  const east = Math.sin((radians(b.longitude) - radians(a.longitude)) / 2) ** 2
  const half = Math.sin((to - from) / 2) ** 2 + Math.cos(from) * Math.cos(to) * east
  return 2 * EARTH * Math.asin(Math.sqrt(Math.min(1, half)))
}

/** Precision, recall and F1 of the spans; of those found, the share that lies where the gold says; 0 where nothing is to be divided by. */
export function placeRates(counts: readonly PlaceCounts[]): Figures {
  const sum = (of: "predicted" | "gold" | "located" | "overlap" | "strict"): number =>
    counts.reduce((total, count) => total + count[of], 0)
  const [predicted, gold] = [sum("predicted"), sum("gold")]
  const kilometres = counts.flatMap((count) => count.kilometres)
  const near = kilometres.filter((far) => far <= NEAR).length
  const rates = (name: "overlap" | "strict"): Figures => {
    const { precision, recall, f1 } = rate({ right: sum(name), predicted, gold })
    return { [`${name} P`]: precision, [`${name} R`]: recall, [`${name} F1`]: f1 }
  }
  return {
    ...rates("overlap"),
    ...rates("strict"),
    "within 161 km": share(near, kilometres.length),
    "median km": median(kilometres),
    "end to end": share(near, sum("located")),
  }
}

/** `FARTHEST` when there is none. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]]
  return low === undefined || high === undefined ? FARTHEST : (low + high) / 2
}
