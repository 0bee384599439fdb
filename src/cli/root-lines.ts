import type { RootRow } from "../asking.ts"
import { number } from "./counts-line.ts"
import { quoted } from "./quoted.ts"
import { type Cell, rowLines } from "./row-lines.ts"
import type { Screen } from "./screen.ts"

/** With less room than this the exact words stand under their root. */
const WIDE = 96
const [DATE, ACT, FIGURE, OUTLETS, READ] = [10, 9, 15, 7, 8]

/** A row a root: earliest seen, root, act, figure, outlets, exact words, read or only credited. No lines without roots. */
export function rootLines(roots: readonly RootRow[], { columns, style }: Screen): string[] {
  if (roots.length === 0) return []
  const wide = columns >= WIDE
  const head = wide
    ? rowLines(wideRow(["Earliest", "Root", "Act", "Figure", "Outlets", "Exact words", "Itself"], columns))
    : []
  const rows = roots.flatMap((root) => (wide ? rowLines(wideRow(cellsOf(root), columns)) : narrow(root, columns)))
  return [...head.map(style.dim), ...rows]
}

const dayOf = ({ earliest }: RootRow): string => earliest.value.slice(0, 10)
const mark = ({ shown }: RootRow): string => (shown ? "" : "? ")
const wordsOf = ({ words, against, act }: RootRow): string =>
  against && act !== "deny" && act !== "doubt" ? `${quoted(words)} (${against})` : quoted(words)

const cellsOf = (root: RootRow): string[] => [
  dayOf(root),
  `${mark(root)}${nameOf(root)}`,
  root.act ?? "own voice",
  root.figure ?? "",
  number(root.outlets.length),
  wordsOf(root),
  root.status,
]

const nameOf = ({ root, kind }: RootRow): string => (kind === "unnamed" ? `${root} (no name)` : root)

function wideRow([date, root, act, figure, outlets, words, read]: readonly string[], columns: number): Cell[] {
  const rest = columns - DATE - ACT - FIGURE - OUTLETS - READ - 6 * 2
  const width = Math.floor(rest * 0.35)
  return [
    { text: date!, width: DATE },
    { text: root!, width },
    { text: act!, width: ACT },
    { text: figure!, width: FIGURE },
    { text: outlets!, width: OUTLETS, right: true },
    { text: words!, width: rest - width },
    { text: read!, width: READ },
  ]
}

function narrow(root: RootRow, columns: number): string[] {
  const [date, name, act, figure, outlets, words, read] = cellsOf(root)
  const facts = [act, figure, `${outlets} ${outlets === "1" ? "outlet" : "outlets"}`, read].filter(Boolean).join(", ")
  return [
    ...rowLines([{ text: `${date} ${name}: ${facts}`, width: columns }]),
    ...rowLines([{ text: words!, width: columns - 4 }], "    "),
  ]
}
