import { type Figures, type FloorOptions, findShortfalls, raiseFloors, readFloors, writeFloors } from "./floors.ts"

export type Held = FloorOptions &
  Readonly<{
    /** What was measured: "attribution/polnear-dev". */
    key: string
    figures: Figures
    /** The figures that floors are kept for. */
    names: readonly string[]
    /** Write higher floors where the figures allow it. */
    raise: boolean
    /** The file of floors, when it is not the project's own. */
    path?: string
  }>

/** Compare figures with the floors of eval/floors.json and raise these if asked to. 1 when one is missed, else 0. */
export function holdToFloors(
  { key, figures, names, raise, path, ...options }: Held,
  print: (line: string) => void,
): number {
  const floors = readFloors(key, path)
  const shortfalls = findShortfalls(figures, floors, options)
  for (const { name, figure, floor } of shortfalls) print(`misses its floor: ${name} ${figure} (${floor})`)
  if (raise) writeFloors(key, raiseFloors(floors, figures, { names, ...options }), path)
  return shortfalls.length > 0 ? 1 : 0
}
