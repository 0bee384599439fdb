import type { NameLexicon } from "../../lexicon/names.ts"
import { nameFeatures } from "./name-features.ts"
import { toNameForm } from "./name-form.ts"
import { isArabic, isOtherGivenName } from "./other-given-name.ts"

/** `score`: 0 to 1, how probable it is that both are one's names; `same`: at least .5. */
export type NameComparison = Readonly<{ score: number; same: boolean }>

const SAME = 0.5
/** At most, where two names in Arabic letters have different given names: brothers share all else. */
const OTHER_GIVEN = 0.3

/**
 * Whether two spellings may be one name: in any order, with titles and legal forms left aside, across scripts. What
 * two persons of one name are is not asked. 0 when either has no word or no word goes with another. Method: words in Latin letters, each with its
 * likest (Damerau's distance with weights; learnt costs between Cyrillic and Latin), a logistic regression over that; in
 * Arabic letters another given name is another person.
 */
export function compareNames(left: string, right: string, lexicon: NameLexicon): NameComparison {
  // In one order, whichever way round they are given: which words pair up may hang on it.
  const [first, second] = left < right ? [left, right] : [right, left]
  const [a, b] = [toNameForm(first, lexicon), toNameForm(second, lexicon)]
  if (a.words.length === 0 || b.words.length === 0) return { score: 0, same: false }
  const features = nameFeatures(a, b, lexicon)
  if (!features) return { score: 0, same: false }
  const [constant, ...weights] = lexicon.weights
  const sum = features.reduce((total, value, index) => total + value * weights[index]!, constant!)
  const score = Math.round(1e6 / (1 + Math.exp(-sum))) / 1e6
  const isOther = score > OTHER_GIVEN && (isArabic(a) || isArabic(b)) && isOtherGivenName(a, b, lexicon)
  return isOther ? { score: OTHER_GIVEN, same: false } : { score, same: score >= SAME }
}
