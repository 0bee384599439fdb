import { threeDigits } from "../attribution/three-digits.ts"
import { type Column, markdownTable } from "../markdown-table.ts"
import { brackets } from "../pages/report-pages.ts"
import type { PeerRow } from "./run-peers.ts"

type Cell = Column<PeerRow>[1]

const share = (name: string): Cell => {
  return ({ figures }) => (figures[name] === undefined ? "–" : threeDigits(figures[name]))
}

const number =
  (name: string, digits: number): Cell =>
  ({ figures }) =>
    figures[name] === undefined ? "–" : figures[name].toFixed(digits)

const COLUMNS: readonly Column<PeerRow>[] = [
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

/** The rows as a Markdown table. */
export const peerTable = (rows: readonly PeerRow[]): string[] => markdownTable(COLUMNS, rows)
