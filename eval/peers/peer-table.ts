import { threeDigits } from "../attribution/three-digits.ts"
import { brackets } from "../pages/report-pages.ts"
import type { PeerRow } from "./run-peers.ts"

type Column = readonly [head: string, cell: (row: PeerRow) => string]

const share = (name: string): Column["1"] => {
  return ({ figures }) => (figures[name] === undefined ? "–" : threeDigits(figures[name]))
}

const number =
  (name: string, digits: number): Column["1"] =>
  ({ figures }) =>
    figures[name] === undefined ? "–" : figures[name].toFixed(digits)

const COLUMNS: readonly Column[] = [
  ["reader", ({ name }) => name],
  ["shingle P", share("shingle precision")],
  ["R", share("shingle recall")],
  ["F1", share("shingle")],
  ["95 %", ({ intervals }) => (intervals.shingle ? brackets(intervals.shingle) : "–")],
  ["words", share("word")],
  ["segments", share("segments")],
  ["title", share("title")],
  ["author", share("author")],
  ["false author", share("false author")],
  ["date", share("date")],
  ["MB/s", number("megabytes per processor second", 2)],
  ["clock", number("megabytes per second", 2)],
  ["slowest ms", number("milliseconds of the slowest page", 0)],
  ["memory MB", number("megabytes of memory", 0)],
  ["crashes", number("crashes", 0)],
  ["empty", number("empty texts", 0)],
  ["version", ({ version }) => version],
]

/** The rows as a Markdown table, columns padded. */
export function peerTable(rows: readonly PeerRow[]): string[] {
  const columns = COLUMNS.map(([head, cell]) => {
    const cells = [head, ...rows.map(cell)]
    const width = Math.max(...cells.map((text) => text.length))
    return { width, cells: cells.map((text) => text.padEnd(width)) }
  })
  const line = (index: number): string => `| ${columns.map(({ cells }) => cells[index]).join(" | ")} |`
  const rule = `|${columns.map(({ width }) => "-".repeat(width + 2)).join("|")}|`
  return [line(0), rule, ...rows.map((_, index) => line(index + 1))]
}
