import { readAgencies } from "../lexicon/agencies.ts"
import { readNoPerson } from "../lexicon/no-person.ts"
import { readOrganisationWords } from "../lexicon/organisation-words.ts"
import { sameName } from "./same-name.ts"

let noPerson: ReadonlySet<string> | null = null
let organisationWords: ReadonlySet<string> | null = null
let agencies: ReadonlySet<string> | null = null

const BY =
  /^\s*(?:(?:words|story|article|posted|written|reported|published|report|text|review|analysis|opinion|artikel|veröffentlicht|geschrieben|interview)\s+)?(?:by|von|par|por|di|door|av|af|autor|author|authors|text)\s*[:\s]\s*/i
const OPENS = /^\s*(?:(?:\p{L}+\s+)?by|von|par|por|door|av)[:\s]\s*\p{Lu}/iu
const BETWEEN = /\s*(?:;|,|\||•|·|\/|\s&\s|\s+and\s+|\s+und\s+|\s+et\s+|\s+og\s+|\s+och\s+|\s+y\s+|\s+with\s+)\s*/i
const LONGEST = 60
const MOST_NAMES = 12
/** "Photography", "Studio": what stands beside a person's name in a publisher's, in characters. */
const SHORTEST_TRADE = 6
/** What stands behind a reporter's name where words are not set apart. */
const REPORTER = /\s*(?:기자|특파원|記者|记者)$/
/** Words that stand in titles of jobs and names of desks, never in a person's name. */
const NO_NAME =
  /\b(?:editor|reporter|correspondent|staff|writer|desk|team|news|newsroom|press|agency|media|contributor|author|updated|published|posted|redaktion|http|www)\b|[@\d]|\.(?:com|org|net)\b/i
const NAME_WORD =
  /^(?:\p{Lu}[\p{L}'’.-]*|\p{Lo}+|de|da|di|du|del|della|dos|das|van|von|der|den|ter|la|le|al|el|bin|ibn|abu|y|e|zu|af|av|st\.?|jr\.?|sr\.?|II|III)$/u

/** Whether a line is a byline and nothing else: "By Ines Marlow and Tom Arden". */
export const isByline = (line: string): boolean =>
  line.length <= 160 && OPENS.test(line) && namesIn(line, null).length > 0 && isAllNames(line)

function isAllNames(line: string): boolean {
  const parts = line
    .replace(BY, "")
    .split(BETWEEN)
    .filter((part) => part.trim() !== "")
  const names = parts.filter(isPersonName).length
  return names > 0 && parts[0] !== undefined && isPersonName(parts[0].trim()) && names * 2 >= parts.length
}

/**
 * Names of persons in a byline or an author field, in order, each once. What is nobody's name ("Staff",
 * a job, a mail address) and the publisher's own name are left out. Empty when there is none.
 */
export function namesIn(line: string, publisher: string | null): string[] {
  if (isOrganisation(line)) return []
  const names = namePieces(line).filter(
    (name) => (isPersonName(name) || isAgency(name)) && !isPublisher(name, publisher),
  )
  return [...new Set(names)].slice(0, MOST_NAMES)
}

/** What stands between the commas and conjunctions of a byline, whether it is a name or not. */
export const namePieces = (line: string): string[] =>
  line
    .replace(/\s+/g, " ")
    .replace(BY, "")
    .replace(/\([^)]*\)|<[^>]*>/g, " ")
    .split(BETWEEN)
    .map((name) =>
      name
        .replace(BY, "")
        .trim()
        .replace(/[.,:]+$/, "")
        .replace(REPORTER, ""),
    )
    .filter((name) => name !== "")

/** "Tidewire (www.tidewire.example)"; "Varn Ledger Ltd, Varn, Northland": a publisher with its address, and no person before it. */
function isOrganisation(line: string): boolean {
  if (/\((?:https?:\/\/|www\.)[^)]*\)/i.test(line)) return true
  const [first, ...rest] = line.split(/\s*,\s*/)
  return (
    rest.length >= 2 &&
    !isPersonName(first!.replace(BY, "")) &&
    !isAgency(first!) &&
    rest.every((part) => /^\S+$|^\S+ \S{1,2}\.(?: \S{1,2}\.)?$/.test(part))
  )
}

/** "Ines Marlow" signs at "Ines Marlow Photography"; "Ledger" at "The Varn Ledger" is no person. */
const isPublisher = (name: string, publisher: string | null): boolean =>
  sameName(name, publisher) && !(/\S\s+\S/.test(name) && isPersonName(name) && !isAlone(name, publisher ?? ""))

/** Whether nothing but the name stands in the publisher's: then it is the publisher's name that was meant. */
const isAlone = (name: string, publisher: string): boolean =>
  publisher.replace(/\.[a-z]{2,5}$/i, "").length - name.length < SHORTEST_TRADE

/**
 * Who signs where no person does: a desk, a team, the publisher itself, a pen name. Empty for what is no name at
 * all ("admin", an address, a number).
 */
export function otherSigner(line: string): string[] {
  noPerson ??= readNoPerson()
  const name = line.replace(/\s+/g, " ").replace(BY, "").trim()
  const isName = name.length >= 2 && name.length <= LONGEST && !/https?:|@|^[\d\W]+$/.test(name)
  return isName && !noPerson.has(name.toLowerCase()) && name.split(" ").length <= 5 ? [name] : []
}

/** Whether a string names a news agency, which signs what it sends. */
export function isAgency(name: string): boolean {
  agencies ??= readAgencies()
  return agencies.has(name.toLowerCase())
}

/** Whether a string can be a person's name: one to five capitalised words, none of them of a desk or a job. */
export function isPersonName(text: string): boolean {
  noPerson ??= readNoPerson()
  const name = text.trim()
  if (name === "" || name.length > LONGEST || noPerson.has(name.toLowerCase()) || NO_NAME.test(name)) return false
  const words = name.split(/\s+/)
  organisationWords ??= readOrganisationWords()
  if (words.some((word) => organisationWords!.has(word.toLowerCase().replace(/\.$/, "")))) return false
  return words.length <= 5 && words.every((word) => NAME_WORD.test(word)) && /\p{L}{2}/u.test(name)
}
