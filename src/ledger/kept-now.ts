/** What a document's row keeps. */
export type KeptNow = Readonly<{
  reading: number
  text: number
  run: number | null
  printed_by: string | null
  published: number | null
  first_seen: string
  last_seen: string
  last_moment: number
  sightings: number
  shown: number
  doubtful: number
}>

/** What is stored of it, in the order in which both stores name the columns. */
export const keptValues = (now: KeptNow): (string | number | null)[] => [
  now.reading,
  now.text,
  now.run,
  now.printed_by,
  now.published,
  now.first_seen,
  now.last_seen,
  now.last_moment,
  now.sightings,
  now.shown,
  now.doubtful,
]
