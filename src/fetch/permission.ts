import { CounterclaimError } from "../model/error.ts"
import { ROBOT_NAME } from "./agent.ts"
import { ask, type Means, tooManyRedirects } from "./ask.ts"
import { statusOf } from "./response.ts"
import { ALL_ALLOWED, parseRobots, type RobotRules } from "./robots.ts"
import { timeBudget } from "./time.ts"

/** Resolves when the site's robots.txt lets this program read the page. Throws `fetch/robots` when it does not. */
export type Permission = (url: URL) => Promise<void>

/** RFC 9309 lets an answer be kept for a day. */
const KEPT_MS = 24 * 60 * 60 * 1000
const MOST_SITES = 1000

/** As no robots.txt: these are answers, and none of them says no. */
const AS_NONE: ReadonlySet<string> = new Set(["fetch/redirect", "fetch/redirects", "fetch/not-text"])

/**
 * Ask each site's robots.txt once a day. A site that has none (any 4xx but 429) allows all; one whose
 * robots.txt cannot be read because it fails (5xx, 429) allows nothing, as RFC 9309 says.
 * Rejects with `fetch/robots`, and with what stood in the way of reading robots.txt.
 */
export function robotsPermission(means: Means): Permission {
  const sites = new Map<string, Readonly<{ rules: Promise<RobotRules>; until: number }>>()
  const rulesOf = (origin: string): Promise<RobotRules> => {
    const known = sites.get(origin)
    if (known && known.until > performance.now()) return known.rules
    const [oldest] = sites.size >= MOST_SITES ? sites.keys() : []
    if (oldest !== undefined) sites.delete(oldest)
    const rules = readRobots(new URL("/robots.txt", origin), means)
    sites.set(origin, { rules, until: performance.now() + KEPT_MS })
    rules.catch(() => sites.delete(origin))
    return rules
  }
  return async (url) => {
    if (!(await rulesOf(url.origin)).allows(url.pathname + url.search)) throw forbidden(url)
  }
}

async function readRobots(url: URL, means: Means): Promise<RobotRules> {
  try {
    const text = await timeBudget(means.caps.timeoutMs).spend(url.href, (signal) => followed(url, means, signal))
    return parseRobots(text, ROBOT_NAME)
  } catch (error) {
    const status = statusOf(error)
    if (status >= 500 || status === 429) throw unanswered(url, status, error)
    if (status >= 400 || (error instanceof CounterclaimError && AS_NONE.has(error.code))) return ALL_ALLOWED
    throw error
  }
}

async function followed(start: URL, means: Means, signal: AbortSignal): Promise<string> {
  let url = start
  for (let hops = 0; hops <= means.caps.maxRedirects; hops++) {
    const answer = await ask(url, means, signal)
    if (answer === null) return ""
    if (!(answer instanceof URL)) return new TextDecoder().decode(answer.bytes)
    url = answer
  }
  throw tooManyRedirects(start.href, means.caps.maxRedirects)
}

const forbidden = (url: URL): CounterclaimError =>
  new CounterclaimError({
    code: "fetch/robots",
    what: "the site's robots.txt asks programs not to read it",
    where: url.href,
    fix: "save the page from a browser and give the file",
  })

const unanswered = (url: URL, status: number, cause: unknown): CounterclaimError =>
  new CounterclaimError({
    code: "fetch/robots",
    what: `the site does not say what programs may read: the server answers ${status}`,
    where: url.href,
    fix: "try again later",
    cause,
  })
