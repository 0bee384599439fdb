import { pad, wrap } from "./wrap.ts"

/** One cell of a row: its text is wrapped to its width, then painted line by line. */
export type Cell = Readonly<{
  text: string
  width: number
  right?: boolean
  paint?: (text: string) => string
}>

const GAP = "  "

/** Lay cells side by side: as many lines as the highest cell has, two spaces between cells, none at the end. */
export function rowLines(cells: readonly Cell[], indent = ""): string[] {
  const wrapped = cells.map((cell) => wrap(cell.text, cell.width))
  const height = Math.max(...wrapped.map((lines) => lines.length))
  return Array.from({ length: height }, (_, line) => {
    const last = wrapped.findLastIndex((lines) => lines[line])
    const parts = cells
      .slice(0, last + 1)
      .map((cell, index) => painted(cell, wrapped[index]![line] ?? "", index === last))
    return `${indent}${parts.join(GAP)}`
  })
}

function painted({ width, right, paint = (text) => text }: Cell, text: string, isLast: boolean): string {
  const space = pad(text, width).slice(text.length)
  if (text === "") return isLast ? "" : space
  if (right) return `${space}${paint(text)}`
  return isLast ? paint(text) : `${paint(text)}${space}`
}
