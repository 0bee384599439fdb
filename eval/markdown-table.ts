/** A column: its head, and what it says of a row. */
export type Column<Row> = readonly [head: string, cell: (row: Row) => string]

/** Rows as a Markdown table, columns padded; one of no rows is its head alone. */
export function markdownTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string[] {
  const padded = columns.map(([head, cell]) => {
    const cells = [head, ...rows.map(cell)]
    const width = Math.max(...cells.map((text) => text.length))
    return { width, cells: cells.map((text) => text.padEnd(width)) }
  })
  const line = (index: number): string => `| ${padded.map(({ cells }) => cells[index]).join(" | ")} |`
  const rule = `|${padded.map(({ width }) => "-".repeat(width + 2)).join("|")}|`
  return [line(0), rule, ...rows.map((_, index) => line(index + 1))]
}
