import { readEntities } from "../lexicon/entities.ts"
import { ofWindows1252 } from "../model/windows-1252.ts"

let table: ReadonlyMap<string, string> | null = null
let longest = 0

function entities(): ReadonlyMap<string, string> {
  if (!table) {
    table = readEntities()
    for (const name of table.keys()) longest = Math.max(longest, name.length)
  }
  return table
}

/**
 * Text with its character references replaced, as the HTML standard has it. In attributes a name
 * without semicolon that goes on with a letter, a digit or "=" is left alone, so that query strings
 * survive. What is no reference stays as it is. Does not throw.
 */
export function decodeEntities(text: string, inAttribute = false): string {
  let at = text.indexOf("&")
  if (at < 0) return text
  let out = ""
  let from = 0
  while (at >= 0) {
    const found = text.charCodeAt(at + 1) === 35 ? numeric(text, at + 2) : named(text, at + 1, inAttribute)
    if (found) {
      out += text.slice(from, at) + found.value
      from = found.end
    }
    at = text.indexOf("&", found ? from : at + 1)
  }
  return out + text.slice(from)
}

type Found = { value: string; end: number }

function named(text: string, start: number, inAttribute: boolean): Found | null {
  const known = entities()
  let end = start
  const limit = Math.min(text.length, start + longest)
  while (end < limit && isAlphanumeric(text.charCodeAt(end))) end++
  if (end === start) return null
  if (text.charCodeAt(end) === 59) {
    const value = known.get(text.slice(start, end + 1))
    if (value !== undefined) return { value, end: end + 1 }
  }
  for (let stop = end; stop > start + 1; stop--) {
    const value = known.get(text.slice(start, stop))
    if (value === undefined) continue
    const next = text.charCodeAt(stop)
    if (inAttribute && (next === 61 || isAlphanumeric(next))) return null
    return { value, end: stop }
  }
  return null
}

function numeric(text: string, start: number): Found | null {
  const hex = (text.charCodeAt(start) | 32) === 120
  const first = hex ? start + 1 : start
  let end = first
  let code = 0
  for (; end < text.length; end++) {
    const digit = digitOf(text.charCodeAt(end), hex)
    if (digit < 0) break
    code = Math.min(code * (hex ? 16 : 10) + digit, 0x110000)
  }
  if (end === first) return null
  return { value: characterOf(code), end: text.charCodeAt(end) === 59 ? end + 1 : end }
}

function digitOf(unit: number, hex: boolean): number {
  if (unit >= 48 && unit <= 57) return unit - 48
  const letter = unit | 32
  return hex && letter >= 97 && letter <= 102 ? letter - 87 : -1
}

function characterOf(code: number): string {
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return "\uFFFD"
  // Pages mean Windows-1252 when they write the numbers of control characters.
  return code >= 128 && code < 160 ? ofWindows1252(code) : String.fromCodePoint(code)
}

const isAlphanumeric = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57)
