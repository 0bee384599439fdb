import type { DocumentId } from "../../model/document.ts"
import { type Relied, withoutPart } from "./find-relied.ts"

/** Two hops and thirty pages: what a person can still check by hand. */
const HOPS = 2
const PAGES = 30

/** Which page leans on it, how, in whose name, and the words in which it does. */
export type Reliance = Readonly<{ page: DocumentId; kind: Relied["kind"]; name: string; words: string }>

/** Credited or linked to, and not read. */
export type NotRead = Readonly<{ name: string; url: string | null; why: string; reliedOnBy: readonly Reliance[] }>

/** An address to be read; `hops` from the page that was asked for. */
export type Stop = Readonly<{ url: string; hops: number; reliedOnBy: Reliance[] }>

/** Which addresses are still to be read, nearest first, each once; and what is not read, with the reason. */
export type Trail = Readonly<{
  /** The next address to read; null at the end. */
  next(): Stop | null
  /** A page of so many hops leans on something. */
  rely(relied: Pick<Relied, "url">, reliance: Reliance, hops: number): void
  /** It could not be read. */
  miss(stop: Stop, why: string): void
  /** What was not read; names credited without a link are left out where `isRead` knows them. */
  notRead(isRead: (name: string) => boolean): NotRead[]
}>

/** A trail from one page, before anything is read. Nothing on it throws. */
export function openTrail(url: string): Trail {
  const start: Stop = { url, hops: 0, reliedOnBy: [] }
  const queue = [start]
  const known = new Map([[withoutPart(url), start]])
  const named = new Map<string, Reliance[]>()
  const missed: NotRead[] = []
  let read = 0

  const miss = (stop: Stop, why: string): void =>
    void missed.push({ name: stop.reliedOnBy[0]?.name ?? stop.url, url: stop.url, why, reliedOnBy: stop.reliedOnBy })

  return {
    next() {
      for (let stop = queue.shift(); stop; stop = queue.shift()) {
        if (read++ < PAGES) return stop
        miss(stop, `${PAGES} pages were asked for before it`)
      }
      return null
    },
    rely(relied, reliance, hops) {
      if (relied.url === null) {
        named.set(reliance.name, [...(named.get(reliance.name) ?? []), reliance])
        return
      }
      const before = known.get(withoutPart(relied.url))
      if (before) return void before.reliedOnBy.push(reliance)
      const stop: Stop = { url: relied.url, hops: hops + 1, reliedOnBy: [reliance] }
      known.set(withoutPart(relied.url), stop)
      if (stop.hops > HOPS) miss(stop, `it is more than ${HOPS} hops away`)
      else queue.push(stop)
    },
    miss,
    notRead: (isRead) => [
      ...missed,
      ...[...named].flatMap(([name, reliedOnBy]) => onlyNamed(name, reliedOnBy, isRead)),
    ],
  }
}

const onlyNamed = (name: string, reliedOnBy: readonly Reliance[], isRead: (name: string) => boolean): NotRead[] =>
  isRead(name) ? [] : [{ name, url: null, why: "credited by name, without a link", reliedOnBy }]
