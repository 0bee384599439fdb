import { pythonPattern } from "../python-text.ts"

const DATE = pythonPattern("^\\s*(\\d{4})-(\\d{1,2})-(\\d{1,2})", "")

/** "2023-05-24" of whatever begins with a date; null when it does not. */
export function dayOf(date: string | null): string | null {
  const [, year, month = "", day = ""] = DATE.exec(date ?? "") ?? []
  return year === undefined ? null : [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-")
}
