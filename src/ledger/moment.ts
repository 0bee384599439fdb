import type { PublishedDate } from "../model/date.ts"

const START_OF = "0000-01-01T00:00:00"

/**
 * When a published date begins, in milliseconds since 1970: a year with its first second, a day at
 * midnight; UTC where no zone is printed. Null when there is no date or it is none.
 */
export function publishedMoment(published: PublishedDate | null): number | null {
  if (!published) return null
  const [, wall = "", zone = "Z"] = /^(.*?)(Z|[+-]\d{2}:?\d{2})?$/.exec(withTime(published.value)) ?? []
  const full = wall + START_OF.slice(wall.length)
  const moment = Date.parse(full + zone.replace(/^([+-]\d{2})(\d{2})$/, "$1:$2"))
  return Number.isNaN(moment) ? null : moment
}

/** Guards the "-05" of "2023-05" from being taken for a zone. */
const withTime = (value: string): string => (value.includes("T") ? value : value + START_OF.slice(value.length))
