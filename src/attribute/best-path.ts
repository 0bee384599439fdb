import { LINK_CHANNELS } from "../model/encoding.ts"

/** A run of words, first and last included. */
export type WordRun = Readonly<{ first: number; last: number }>

/** Roles of the words around one cue: at most one source, any number of contents, in order. */
export type Path = Readonly<{ source: WordRun | null; content: readonly WordRun[] }>

const NOTHING = 0
const SOURCE = 1
const CONTENT = 2

/** States: before the source nothing or content, the source, after it nothing or content. */
const ROLE = [NOTHING, CONTENT, SOURCE, NOTHING, CONTENT] as const
/** The states from which each state can be reached. */
const FROM = [
  [0, 1],
  [0, 1],
  [0, 1, 2],
  [2, 3, 4],
  [2, 3, 4],
] as const

/** Logarithms of what the links say: for each word three roles, then the four edges and their opposites. */
export type LinkLogs = Readonly<{ words: number; role: Float64Array; edge: Float64Array; noEdge: Float64Array }>

/** Raw links (`LINK_CHANNELS` a word) as logarithms of probabilities. */
export function linkLogs(scores: ArrayLike<number>): LinkLogs {
  const words = scores.length / LINK_CHANNELS
  const logs = {
    words,
    role: new Float64Array(3 * words),
    edge: new Float64Array(4 * words),
    noEdge: new Float64Array(4 * words),
  }
  for (let word = 0; word < words; word++) {
    const at = LINK_CHANNELS * word
    const top = Math.max(scores[at]!, scores[at + 1]!, scores[at + 2]!)
    let sum = 0
    for (let role = 0; role < 3; role++) sum += Math.exp(scores[at + role]! - top)
    const log = Math.log(sum)
    for (let role = 0; role < 3; role++) logs.role[3 * word + role] = scores[at + role]! - top - log
    for (let edge = 0; edge < 4; edge++) {
      const score = scores[at + 3 + edge]!
      // Logarithms of the sigmoid of the score and of its opposite: both need the same exponential.
      const rest = Math.log1p(Math.exp(-Math.abs(score)))
      logs.edge[4 * word + edge] = score < 0 ? score - rest : -rest
      logs.noEdge[4 * word + edge] = score > 0 ? -score - rest : -rest
    }
  }
  return logs
}

/**
 * The likeliest roles of a window's words around one cue. Going into a run, staying in it and leaving it
 * cost what the four edge channels say. Ties go to the lower state, so that every machine decides alike.
 * Method: Viterbi over five states; training/attribution/decode.py is its twin.
 */
export function bestPath(logs: LinkLogs): Path {
  const back = new Uint8Array(5 * (logs.words + 1))
  const costs = new Float64Array(9)
  let best = new Float64Array(5).fill(Number.NEGATIVE_INFINITY)
  let next = new Float64Array(5)
  best[0] = 0
  for (let word = 0; word < logs.words; word++) {
    setCosts(costs, logs, word)
    for (let state = 0; state < 5; state++) {
      const from = bestFrom(best, costs, state)
      const cost = best[from]! + costs[3 * ROLE[from]! + ROLE[state]!]!
      next[state] = cost + logs.role[3 * word + ROLE[state]!]!
      back[5 * word + state] = from
    }
    ;[best, next] = [next, best]
  }
  const ends = Array.from(best, (score, state) => score + leaveCost(logs, logs.words, ROLE[state]!, NOTHING))
  return toPath(trace(back, ends.indexOf(Math.max(...ends)), logs.words))
}

/** The state before from which a state is reached best; the lowest of them when none can be. */
function bestFrom(best: Float64Array, costs: Float64Array, state: number): number {
  const now = ROLE[state]!
  const before = FROM[state]!
  let found: number = before[0]
  let top = Number.NEGATIVE_INFINITY
  for (const from of before) {
    const score = best[from]! + costs[3 * ROLE[from]! + now]!
    if (score > top) {
      found = from
      top = score
    }
  }
  return found
}

/** What each move to a word costs, at `3 * role before + role on it`: to go into a run or stay in it, and to leave one. */
function setCosts(costs: Float64Array, logs: LinkLogs, word: number): void {
  for (let was = 0; was < 3; was++) {
    for (let now = 0; now < 3; now++) {
      const enter = now === NOTHING ? 0 : (was === now ? logs.noEdge : logs.edge)[4 * word + (now === SOURCE ? 0 : 2)]!
      costs[3 * was + now] = enter + leaveCost(logs, word, was, now)
    }
  }
}

/** What it costs to leave the run of the word before, or to go on with it. */
function leaveCost(logs: LinkLogs, word: number, was: number, now: number): number {
  if (was === NOTHING || word === 0) return 0
  return (was === now ? logs.noEdge : logs.edge)[4 * (word - 1) + (was === SOURCE ? 1 : 3)]!
}

function trace(back: Uint8Array, end: number, words: number): number[] {
  const roles = new Array<number>(words)
  let state = end
  for (let word = words - 1; word >= 0; word--) {
    roles[word] = ROLE[state]!
    state = back[5 * word + state]!
  }
  return roles
}

function toPath(roles: readonly number[]): Path {
  const runs: { role: number; first: number; last: number }[] = []
  for (const [word, role] of roles.entries()) {
    const run = runs.at(-1)
    if (run?.role === role) run.last = word
    else runs.push({ role, first: word, last: word })
  }
  const of = (role: number) => runs.filter((run) => run.role === role).map(({ first, last }) => ({ first, last }))
  return { source: of(SOURCE)[0] ?? null, content: of(CONTENT) }
}
