import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { ROOT } from "./root.ts"

/** Figures by name: "linked": 0.668. */
export type Figures = Readonly<Record<string, number>>

/** What figures must reach, by what was measured: "attribution/polnear-dev". */
export type Floors = Readonly<Record<string, Figures>>

export type FloorOptions = Readonly<{
  /** Share of its floor that a figure must reach; 1 unless machines differ. */
  margin?: number
  /** Figures of which less is better: what is called their floor is their ceiling. */
  ceilings?: readonly string[]
}>

export type Shortfall = Readonly<{ name: string; figure: number; floor: number }>

const PATH = join(ROOT, "eval", "floors.json")

/** Empty when the file names none. */
export const readFloors = (key: string, path = PATH): Figures => parse(path)[key] ?? {}

const parse = (path: string): Floors => JSON.parse(readFileSync(path, "utf8")) as Floors

/** The figures that miss their floor. A figure that was not measured misses it too. */
export function findShortfalls(figures: Figures, floors: Figures, options: FloorOptions = {}): Shortfall[] {
  const { margin = 1, ceilings = [] } = options
  return Object.entries(floors).flatMap(([name, floor]) => {
    const figure = figures[name] ?? Number.NaN
    const reached = ceilings.includes(name) ? figure * margin <= floor : figure >= floor * margin
    return reached ? [] : [{ name, figure, floor }]
  })
}

/**
 * The floors, those of `names` at the figures' height where that is higher; none is ever lower than it was.
 * Rounded to three digits, so that the figures reach them.
 */
export function raiseFloors(
  floors: Figures,
  figures: Figures,
  { names, ceilings = [] }: { names: readonly string[]; ceilings?: readonly string[] },
): Figures {
  const raised = names.flatMap((name) => {
    const figure = figures[name]
    if (figure === undefined || !Number.isFinite(figure)) return []
    const height = ceilings.includes(name)
      ? Math.min(floors[name] ?? Number.POSITIVE_INFINITY, Math.ceil(figure * 1000) / 1000)
      : Math.max(floors[name] ?? Number.NEGATIVE_INFINITY, Math.floor(figure * 1000) / 1000)
    return [[name, height] as const]
  })
  return { ...floors, ...Object.fromEntries(raised) }
}

/** Write the floors of one measurement, the others left as they are. */
export function writeFloors(key: string, figures: Figures, path = PATH): void {
  writeFileSync(path, `${JSON.stringify({ ...parse(path), [key]: figures }, null, 2)}\n`)
}
