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
    for (let role = 0; role < 3; role++) logs.role[3 * word + role] = scores[at + role]! - top - Math.log(sum)
    for (let edge = 0; edge < 4; edge++) {
      logs.edge[4 * word + edge] = logSigmoid(scores[at + 3 + edge]!)
      logs.noEdge[4 * word + edge] = logSigmoid(-scores[at + 3 + edge]!)
    }
  }
  return logs
}

const logSigmoid = (x: number): number => (x < 0 ? x - Math.log1p(Math.exp(x)) : -Math.log1p(Math.exp(-x)))

/**
 * The likeliest roles of a window's words around one cue. Going into a run, staying in it and leaving it
 * cost what the four edge channels say. Ties go to the lower state, so that every machine decides alike.
 * Method: Viterbi over five states; training/attribution/decode.py is its twin.
 */
export function bestPath(logs: LinkLogs): Path {
  const back = new Uint8Array(5 * (logs.words + 1))
  let best = [0, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let word = 0; word < logs.words; word++) {
    best = ROLE.map((role, state) => {
      let top = Number.NEGATIVE_INFINITY
      for (const from of FROM[state]!) {
        const score = best[from]! + moveCost(logs, word, ROLE[from]!, role)
        if (score > top) {
          top = score
          back[5 * word + state] = from
        }
      }
      return top + logs.role[3 * word + role]!
    })
  }
  const ends = best.map((score, state) => score + leaveCost(logs, logs.words, ROLE[state]!, NOTHING))
  return toPath(trace(back, ends.indexOf(Math.max(...ends)), logs.words))
}

/** What it costs to go from `was` before the word to `now` on it. */
function moveCost(logs: LinkLogs, word: number, was: number, now: number): number {
  const enter = now === NOTHING ? 0 : (was === now ? logs.noEdge : logs.edge)[4 * word + (now === SOURCE ? 0 : 2)]!
  return enter + leaveCost(logs, word, was, now)
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
