import { plain, pythonPattern, squeeze } from "../python-text.ts"

// Without regard to letter case Python takes the Turkish letters for an i.
const anyCase = (source: string): RegExp => pythonPattern(source.replaceAll("i", "[iİı]"), "i")

const LEAD = anyCase("^\\s*(?:written\\s+)?(?:by|von|par|por|di|door|av|af)\\s*:?\\s+")
const INNER_LEAD = anyCase("^\\s*(?:by|von)\\s+")
const BETWEEN = pythonPattern("\\s*(?:;|,|\\||•|\\s&\\s|\\band\\b|\\bund\\b|\\bet\\b|\\by\\b)\\s*", "")

/** The single names of bylines, letter case and punctuation apart. */
export function namesIn(bylines: readonly string[]): ReadonlySet<string> {
  const names = bylines.flatMap((line) => squeeze(line).replace(LEAD, "").split(BETWEEN))
  return new Set(names.map((name) => plain(name.replace(INNER_LEAD, ""))).filter((name) => name !== ""))
}
