import { compare, type Fingerprint, fingerprint, openCopyIndex } from "counterclaim"
import { inventArticle } from "./invented-articles.ts"

export type CopySpeed = Readonly<{
  documents: number
  /** Processor time, without that for inventing the articles. */
  seconds: number
  /** Of the last half, over the first: what doubling the ledger multiplies the time per article by. */
  doubling: number
  /** Share of the known copies that were found. */
  found: number
  copies: number
  comparisons: number
  /** The most memory the process held, in megabytes of 10^6 bytes. */
  megabytes: number
}>

/** More candidates than this are not compared with: the ones that share most come first. */
const MOST = 50

const processor = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** Add invented articles one by one, each first compared with those that may share text with it. */
export function measureCopies(documents: number, print: (line: string) => void): CopySpeed {
  const index = openCopyIndex()
  const state = { copies: 0, found: 0, comparisons: 0, inventing: 0 }
  const invent = (number: number) => {
    const start = processor()
    const article = inventArticle(number)
    state.inventing += processor() - start
    return article
  }
  const times: number[] = []
  const step = Math.max(1, Math.floor(documents / 8))
  const start = processor()
  for (let number = 0; number < documents; number++) {
    const { text, source } = invent(number)
    const document = fingerprint(text)
    const found = findLike(document, index.candidates(document).slice(0, MOST), (entry) => invent(entry).text)
    state.comparisons += found.compared
    if (source !== null) {
      state.copies++
      if (found.entries.includes(source)) state.found++
    }
    index.add(document)
    if ((number + 1) % step === 0) {
      times.push(processor() - start - state.inventing)
      const { rss } = process.memoryUsage()
      const held = `index ${(index.bytes / 1e6).toFixed(0)} MB, process ${(rss / 1e6).toFixed(0)} MB`
      print(`${number + 1} articles, ${times.at(-1)!.toFixed(1)} s, ${held}`)
    }
  }
  const seconds = times.at(-1)!
  const firstHalf = times[3]! - times[1]!
  return {
    documents,
    seconds,
    doubling: (seconds - times[3]!) / 2 / firstHalf,
    found: state.found / Math.max(1, state.copies),
    copies: state.copies,
    comparisons: state.comparisons,
    megabytes: (process.resourceUsage().maxRSS * 1024) / 1e6,
  }
}

function findLike(
  document: Fingerprint,
  candidates: readonly { entry: number }[],
  textOf: (entry: number) => string,
): { compared: number; entries: number[] } {
  const entries = candidates.flatMap(({ entry }) => {
    const { containment } = compare(fingerprint(textOf(entry)), document)
    return Math.max(containment.left, containment.right) >= 0.1 ? [entry] : []
  })
  return { compared: candidates.length, entries }
}
