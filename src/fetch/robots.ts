/** What a site's robots.txt says to one robot. */
export type RobotRules = Readonly<{
  /** `path` with its query, as it stands in the address. */
  allows(path: string): boolean
}>

type Rule = Readonly<{ allow: boolean; pattern: string }>
type Group = { names: string[]; rules: Rule[] }

/** As many characters as RFC 9309 has every robot read at least. */
const MAX_LENGTH = 500 * 1024

/** For a site that has no robots.txt. */
export const ALL_ALLOWED: RobotRules = { allows: () => true }

/**
 * Read a robots.txt as RFC 9309 says: the groups that name the robot, else those for all; the longest
 * pattern that fits decides, `allow` when two are as long. Lines that are no rule are passed over.
 * Does not throw. Own work, as matching takes time in the product of both lengths at most: patterns
 * turned into regular expressions take for ever on `*a*a*a*a*b`.
 */
export function parseRobots(text: string, name: string): RobotRules {
  const groups = groupsOf(text.slice(0, MAX_LENGTH))
  const naming = (wanted: string) => groups.filter(({ names }) => names.includes(wanted))
  const own = naming(name.toLowerCase())
  const rules = (own.length > 0 ? own : naming("*")).flatMap((group) => group.rules)
  const longestFirst = rules.toSorted(
    (a, b) => b.pattern.length - a.pattern.length || Number(b.allow) - Number(a.allow),
  )
  return {
    allows: (path) => {
      const written = normal(path)
      return longestFirst.find(({ pattern }) => fits(pattern, written))?.allow ?? true
    },
  }
}

function groupsOf(text: string): Group[] {
  const groups: Group[] = []
  let open = false
  for (const line of text.split(/[\r\n]+/)) {
    const [, key = "", value = ""] = /^\uFEFF?\s*([a-z-]+)\s*:\s*([^#]*)/i.exec(line) ?? []
    const field = key.toLowerCase()
    if (field === "user-agent") {
      if (!open) groups.push({ names: [], rules: [] })
      open = true
      groups.at(-1)?.names.push(robotName(value))
    } else if (field === "allow" || field === "disallow") {
      open = false
      const pattern = normal(value.trim())
      if (pattern !== "") groups.at(-1)?.rules.push({ allow: field === "allow", pattern })
    }
  }
  return groups
}

const robotName = (value: string): string => /^(?:\*|[a-z_-]+)/i.exec(value)?.[0].toLowerCase() ?? ""

/** One way of writing a path: letters bare, all else that may be escaped escaped in capitals. */
const normal = (path: string): string =>
  path
    .toWellFormed()
    .replace(/[^\x21-\x7e]+/g, encodeURIComponent)
    .replace(/%[0-9a-f]{2}/gi, (escaped) => {
      const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16))
      return /[\w.~-]/.test(character) ? character : escaped.toUpperCase()
    })

/** `*` stands for anything, `$` at the end for the path's end; else the pattern is the path's beginning. */
function fits(pattern: string, path: string): boolean {
  const toEnd = pattern.endsWith("$")
  const [first = "", ...rest] = (toEnd ? pattern.slice(0, -1) : pattern).split("*")
  if (!path.startsWith(first)) return false
  if (toEnd && rest.length === 0) return path === first
  const last = toEnd ? (rest.pop() ?? "") : ""
  let at = first.length
  for (const piece of rest) {
    const found = path.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return path.length - last.length >= at && path.endsWith(last)
}
