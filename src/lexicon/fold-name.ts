const LETTERS: Readonly<Record<string, string>> = {
  ł: "l", Ł: "l", ø: "o", Ø: "o", đ: "d", Đ: "d", ı: "i", ß: "ss", æ: "ae", Æ: "ae",
  œ: "oe", Œ: "oe", þ: "th", Þ: "th", ð: "d", Ð: "d", ə: "a", Ə: "a",
} // biome-ignore format: one table
const SHORT: Readonly<Record<string, string>> = { saint: "st", sainte: "ste", mount: "mt", fort: "ft" }
const PLAIN = /^[A-Za-z ]*$/

/**
 * The form that names of places are looked up by: lower case, without accents, full stops and apostrophes,
 * hyphens as spaces, "Saint" as "St". training/places/build_gazetteer.py does the same.
 */
export function foldName(name: string): string {
  const letters = PLAIN.test(name) ? name.toLowerCase() : foldLetters(name)
  const words = letters.replace(/[\s,\-‐‑–—/]+/gu, " ").trim()
  return words
    .split(" ")
    .map((word) => SHORT[word] ?? word)
    .join(" ")
}

const foldLetters = (name: string): string =>
  name
    .replace(/[łŁøØđĐıßæÆœŒþÞðÐəƏ]/gu, (letter) => LETTERS[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[.'’‘ʼʻ`´ʹ′]/gu, "")
