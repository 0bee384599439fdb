/** A moment in milliseconds, how many things were behind then, and what share of all. */
type Noted = Readonly<{ at: number; done: number; share: number }>

export type Speed = Readonly<{
  note(noted: Noted): void
  /** Things a second, and seconds to go; null while nobody can know. */
  tell(): Readonly<{ perSecond: number | null; left: number | null }>
}>

/** Milliseconds. What was passed over at the start of a run that goes on must not count as speed for long. */
const MEMORY = 30_000
const NOTES = 30

/** How fast it goes now: over the last half minute. */
export function openSpeed(begun: number): Speed {
  const notes: Noted[] = [{ at: begun, done: 0, share: 0 }]
  let last = notes[0]!
  return {
    note(noted) {
      last = noted
      if (noted.at - notes.at(-1)!.at >= MEMORY / NOTES) notes.push(noted)
      while (notes.length > 1 && noted.at - notes[1]!.at >= MEMORY) notes.shift()
    },
    tell() {
      const first = notes[0]!
      const seconds = (last.at - first.at) / 1000
      const known = seconds > 0 && last.done > first.done
      const shares = last.share - first.share
      return {
        perSecond: known ? (last.done - first.done) / seconds : null,
        left: known && shares > 0 ? (seconds * (1 - last.share)) / shares : null,
      }
    },
  }
}
