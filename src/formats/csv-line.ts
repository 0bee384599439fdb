/** A cell; numbers, truth values and null (an empty cell) stand as they are. */
export type Cell = string | number | boolean | null

/**
 * One line of CSV as in RFC 4180, line end included. Text that a spreadsheet would take for a formula is begun with an
 * apostrophe, which spreadsheets do not show: https://owasp.org/www-community/attacks/CSV_Injection
 */
export const toCsvLine = (cells: readonly Cell[]): string => `${cells.map(toCell).join(",")}\r\n`

// White space before it does not keep a spreadsheet from seeing it.
const FORMULA = /^\s*[=+\-@＝＋－＠\t\r]|^[\t\r\n]/
const QUOTED = /[",\r\n]|^\s|\s$/

function toCell(cell: Cell): string {
  if (cell === null) return ""
  if (typeof cell !== "string") return String(cell)
  const text = FORMULA.test(cell) ? `'${cell}` : cell
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
