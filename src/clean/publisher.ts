import { type Candidate, type Chosen, toEvidence } from "./fact-evidence.ts"
import type { LinkedData } from "./json-ld.ts"
import type { MetaTable } from "./meta.ts"
import { sameName } from "./same-name.ts"

const LONGEST = 80
const META = ["application-name", "dc.publisher", "publisher", "copyright-holder"]

/** Who published the page: as it names itself, else its host; null for a file that says nothing. */
export function choosePublisher(meta: MetaTable, data: LinkedData, url: string | null): Chosen<string | null> {
  const candidates = [
    ...said("meta og:site_name", meta.first("og:site_name")),
    ...said("JSON-LD publisher", data.publisher),
    ...said("JSON-LD WebSite", data.siteName),
    ...META.flatMap((name) => said(`meta ${name}`, meta.first(name))),
    ...said("address", url === null ? null : hostOf(url)),
  ]
  const why = ({ value }: Candidate) =>
    value.length > LONGEST ? "too long for a name" : /^https?:/.test(value) ? "an address" : null
  const value = candidates.find((candidate) => why(candidate) === null)?.value ?? null
  const evidence = toEvidence(
    "publisher",
    candidates,
    (candidate) => why(candidate) ?? (sameName(candidate.value, value) ? null : "a surer place says otherwise"),
  )
  return { value, evidence }
}

function said(from: string, name: string | null): Candidate[] {
  const value = name?.replace(/\s+/g, " ").trim()
  return value ? [{ from, value }] : []
}

/** The host without "www." and the like. */
const hostOf = (url: string): string => new URL(url).hostname.replace(/^(?:www\d*|m|amp|mobile)\./, "")
