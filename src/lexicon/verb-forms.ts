/** How a form of a verb may be used: `active` finite or -ing, `passive` as a participle; `base`: as it stands in a dictionary, which may be a noun as well ("arrest"). */
export type VerbForm = Readonly<{ form: string; active: boolean; passive: boolean; base: boolean }>

/** Verbs of one syllable (or stressed on the last) that double their last letter. */
const DOUBLES =
  /^(?:[^aeiou]*[aeiou][bdgklmnprtv]|[a-z]*(?:pp|expel|compel|propel|abut|commit|deter|occur|refer|permit|admit|regret|control|patrol|rebut)|kidnap)$/

/**
 * All forms of a verb or of a phrase that begins with one: "gun down" gives "gunned down". `past` and `participle`
 * stand for those that are not regular; empty: regular.
 */
export function verbForms({
  base,
  past,
  participle,
}: Readonly<{ base: string; past: string; participle: string }>): VerbForm[] {
  const [head = "", ...rest] = base.split(" ")
  const end = rest.length ? ` ${rest.join(" ")}` : ""
  // "fatally shoot": the adverb stands first and stays.
  if (head.endsWith("ly") && rest.length) {
    const strip = (form: string): string => form.replace(/^\S+ /, "")
    const inner = verbForms({ base: rest.join(" "), past: strip(past), participle: strip(participle) })
    return inner.map((one) => ({ ...one, form: `${head} ${one.form}` }))
  }
  const [edForm, ingForm] = [regularEd(head), regularIng(head)]
  const pastForm = past || edForm + end
  const participleForm = participle || past || edForm + end
  const forms: VerbForm[] = [
    { form: base, active: true, passive: false, base: true },
    { form: thirdPerson(head) + end, active: true, passive: false, base: true },
    { form: ingForm + end, active: true, passive: false, base: false },
    { form: pastForm, active: true, passive: pastForm === participleForm, base: false },
  ]
  if (participleForm !== pastForm) forms.push({ form: participleForm, active: false, passive: true, base: false })
  return forms.filter(
    ({ form }, index) => forms.findIndex((other) => other.form === form) === index || form === pastForm,
  )
}

const doubled = (verb: string): string => (DOUBLES.test(verb) ? verb + verb.at(-1) : verb)

function regularEd(verb: string): string {
  if (verb.endsWith("e")) return `${verb}d`
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`
  return `${doubled(verb)}ed`
}

function regularIng(verb: string): string {
  if (verb === "die" || verb === "lie" || verb === "tie") return `${verb.slice(0, -2)}ying`
  if (verb.endsWith("e") && !/(?:ee|ye|oe)$/.test(verb)) return `${verb.slice(0, -1)}ing`
  return `${doubled(verb)}ing`
}

function thirdPerson(verb: string): string {
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`
  if (/(?:s|x|z|ch|sh|o)$/.test(verb)) return `${verb}es`
  return `${verb}s`
}
