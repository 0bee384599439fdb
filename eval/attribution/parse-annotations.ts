import { type ByRole, ROLES, type Role, toEach } from "./role.ts"

/** Start and end in code points. */
export type Range = Readonly<{ start: number; end: number }>
export type AnnotatedRoles = ByRole<readonly Range[]>

// Whole numbers as Python's int() takes them.
const WHOLE = /^[+-]?\d+(?:_\d+)*$/

/**
 * The attributions of a file in brat's stand-off form: T lines with ranges in code points, E lines that
 * name them by role ("Source:T1 Cue:T2 Content:T3 Content2:T4"). Malformed lines are passed over; empty when
 * there is none. Format: https://brat.nlplab.org/standoff.html
 */
export function parseAnnotations(annotations: string): AnnotatedRoles[] {
  const ranges = new Map<string, readonly Range[]>()
  const events: (readonly (readonly [string, string])[])[] = []
  for (const line of annotations.split(/\r\n|\r|\n/)) {
    const [id = "", body] = line.split("\t")
    if (body === undefined) continue
    if (line.startsWith("T")) {
      const parsed = parseRanges(body)
      if (parsed) ranges.set(id, parsed)
    } else if (line.startsWith("E")) events.push(parseParts(body))
  }
  return events.map((parts) => rolesOf(parts, ranges))
}

/** "Content 3 14;20 31" -> two ranges; null when malformed. */
function parseRanges(body: string): Range[] | null {
  const space = body.indexOf(" ")
  if (space < 0) return null
  const parts = body.slice(space + 1).split(";")
  const ranges = parts.flatMap((part) => parseRange(part) ?? [])
  return ranges.length === parts.length ? ranges : null
}

function parseRange(part: string): Range | null {
  const numbers = part.trim().split(/\s+/)
  if (numbers.length !== 2 || !numbers.every((number) => WHOLE.test(number))) return null
  const [start, end] = numbers.map((number) => Number(number.replaceAll("_", "")))
  return { start: start!, end: end! }
}

/** "Attribution:T2 Cue:T2 Source1:T7" -> pairs of role and id. */
function parseParts(body: string): (readonly [string, string])[] {
  const parts = body.split(/\s+/).map((part) => part.split(":"))
  return parts.flatMap((part) => (part.length === 2 ? [[part[0]!, part[1]!] as const] : []))
}

function rolesOf(
  parts: readonly (readonly [string, string])[],
  ranges: ReadonlyMap<string, readonly Range[]>,
): AnnotatedRoles {
  const found = toEach((): Range[] => [])
  for (const [name, id] of parts) {
    const role = name.replace(/\d+$/, "").toLowerCase()
    if (isRole(role)) found[role].push(...(ranges.get(id) ?? []))
  }
  return found
}

const isRole = (name: string): name is Role => (ROLES as readonly string[]).includes(name)
