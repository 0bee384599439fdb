import type { QuantityLexicon } from "../lexicon/quantities.ts"
import { parseDigits } from "./parse-digits.ts"
import type { Tokens } from "./token.ts"

/** A number as printed: tokens [from, to). `scale`: what it was multiplied by in words ("million"); `digits`: printed in digits. */
export type PrintedNumber = Readonly<{
  to: number
  low: number
  high: number | null
  about: boolean
  kind: "number" | "vague" | "share"
  scale: number
  digits: boolean
}>

type Reader = Readonly<{ tokens: Tokens; lexicon: QuantityLexicon; money: boolean }>

/** The number that begins at a token, in digits or words, exact or vague; null when none does. `money`: a currency sign stands before it. */
export function readNumber(reader: Reader, at: number): PrintedNumber | null {
  return readVague(reader, at) ?? readShare(reader, at) ?? readPlain(reader, at)
}

function readVague({ tokens, lexicon }: Reader, at: number): PrintedNumber | null {
  const found = lexicon.vague.at(tokens.words, at)[0]
  if (!found) return null
  return { to: at + found.words.length, ...found.value, kind: "vague", scale: 1, digits: false }
}

/** "a third", "two thirds", "half of", "one in three". */
function readShare({ tokens: { words }, lexicon }: Reader, at: number): PrintedNumber | null {
  const share = (to: number, low: number): PrintedNumber => ({
    to,
    low,
    high: low,
    about: false,
    kind: "share",
    scale: 1,
    digits: false,
  })
  const word = words[at]!
  if (word === "half")
    return /^(?:of|the|its|their|his|her|our|that|this)$/.test(words[at + 1] ?? "") ? share(at + 1, 50) : null
  const count = word === "a" || word === "an" ? 1 : unitOf(lexicon, word)
  if (count === null) return null
  const next = words[at + 1] === "-" ? at + 2 : at + 1
  const part = lexicon.numbers.get(words[next] ?? "")
  // "a quarter of a million" is no share.
  if (part?.kind === "part" && scaleAfterOf(lexicon, words, next + 1)) return null
  const isSaid = words[next + 1] === "of" || /^(?:by|down|up|than|nearly|almost|about)$/.test(words[at - 1] ?? "")
  if (part?.kind === "part" && part.value > 2 && count < part.value && (count > 1 || isSaid)) {
    return share(next + 1, Math.round((1e4 * count) / part.value) / 100)
  }
  const of = unitOf(lexicon, words[at + 2] ?? "")
  if (word === "one" && words[at + 1] === "in" && of !== null && of > 1)
    return share(at + 3, Math.round(1e4 / of) / 100)
  return null
}

/** "of a million" at a token: what it multiplies by; null when nothing is. */
function scaleAfterOf({ numbers }: QuantityLexicon, words: readonly string[], at: number): number | null {
  const scale = words[at] === "of" && words[at + 1] === "a" ? numbers.get(words[at + 2] ?? "") : undefined
  return scale?.kind === "scale" && scale.value >= 1000 ? scale.value : null
}

function unitOf({ numbers }: QuantityLexicon, word: string): number | null {
  const found = numbers.get(word)
  return found && (found.kind === "unit" || found.kind === "ten") ? found.value : null
}

function readPlain(reader: Reader, at: number): PrintedNumber | null {
  const { tokens } = reader
  const digits = tokens.list[at]!.kind === "digits"
  const first = digits ? readDigits(reader, at) : readWords(reader, at)
  if (!first) return null
  const { to, value, scale } = digits ? readScale(reader, first) : { ...first, scale: first.scale ?? 1 }
  return { to, low: value, high: value, about: false, kind: "number", scale, digits }
}

type Value = Readonly<{ to: number; value: number; scale?: number }>

/** Digits, and the groups after them where a tokeniser has put spaces around commas: "14, 000", "3 , 000". */
function readDigits(reader: Reader, at: number): Value | null {
  const { list } = reader.tokens
  let digits = list[at]!.word
  let to = at + 1
  if (/^\d{1,3}$/.test(digits)) {
    while (list[to]?.word === "," && /^\d{3}(?:\.\d+)?$/.test(list[to + 1]?.word ?? "") && isSplitGroup(reader, to)) {
      digits += `,${list[to + 1]!.word}`
      to += 2
    }
  }
  const value = parseDigits(digits, reader.money || isMeasured(reader, to))
  return value === null ? null : { to, value }
}

// "May 15, 200 people" is a day and a count; "14, 000" and "3 , 450" are what tokenisers make of one number.
function isSplitGroup({ tokens: { list, words }, lexicon }: Reader, comma: number): boolean {
  if (lexicon.noFigure.month.at(words, comma - 2).length > 0) return false
  return !list[comma]!.glued || (list[comma + 1]!.word.endsWith("00") && !list[comma + 1]!.glued)
}

const isMeasured = ({ tokens: { words }, lexicon }: Reader, at: number): boolean =>
  lexicon.units.at(words, at).length > 0 || lexicon.numbers.get(words[at] ?? "")?.kind === "scale"

/** "3 million", "3bn", "12 hundred thousand". */
function readScale({ tokens: { list }, lexicon, money }: Reader, { to, value }: Value): Required<Value> {
  let [end, scale] = [to, 1]
  for (let at = list[end]?.word === "-" ? end + 1 : end; at < list.length; at++) {
    const found = lexicon.numbers.get(list[at]!.word)
    const isSuffix =
      found?.kind === "suffix" &&
      (money || (list[at]!.glued && !/^[mk]$/.test(list[at]!.word)) || list[at]!.word.length > 1)
    if (!(found && (found.kind === "scale" || (isSuffix && scale === 1)))) break
    scale *= found.value
    end = at + 1
  }
  return { to: end, value: Number((value * scale).toPrecision(15)), scale }
}

/** "two hundred and fifty", "twenty-five", "a hundred", "half a million", "two and a half million". */
function readWords({ tokens: { words }, lexicon }: Reader, at: number): Value | null {
  const { numbers } = lexicon
  if (words[at] === "half" && /^an?$/.test(words[at + 1] ?? "")) return halfA(lexicon, words, at)
  const part = partOfScale(lexicon, words, at)
  if (part) return part
  let [total, current, scale, to] = [0, 0, 1, at]
  let [sawAny, last] = [false, ""]
  let index = at
  if (/^an?$/.test(words[at]!) && numbers.get(words[at + 1] ?? "")?.kind === "scale") {
    current = 1
    index++
  }
  for (; index < words.length; index++) {
    const joins =
      (words[index] === "and" && last === "scale") ||
      (words[index] === "-" && (last === "ten" || last === "unit" || last === "scale"))
    const found = numbers.get(words[joins ? index + 1 : index]!)
    if (!found || found.kind === "part" || found.kind === "suffix") break
    if (!fits(found.kind, last, found.value, joins)) break
    if (found.kind === "scale") {
      current = (current || 1) * found.value
      scale = found.value
      if (found.value >= 1000) {
        total += current
        current = 0
      }
    } else current += found.value
    sawAny = true
    last = found.kind
    if (joins) index++
    to = index + 1
  }
  return sawAny ? withHalf({ total: total + current, scale, to, numbers, words }) : null
}

function fits(kind: string, last: string, value: number, joins: boolean): boolean {
  if (last === "") return true
  if (kind === "scale") return last !== "" && (!joins || last === "unit" || last === "ten")
  if (last === "ten") return kind === "unit" && value < 10
  return last === "scale"
}

/** "half a million", "half a mile". */
const halfA = ({ numbers, units }: QuantityLexicon, words: readonly string[], at: number): Value | null => {
  const found = numbers.get(words[at + 2] ?? "")
  if (found?.kind === "scale") return { to: at + 3, value: found.value / 2, scale: found.value }
  const isMeasured = units.at(words, at + 2).some(({ value }) => value.kind !== "time" && value.kind !== "sign")
  return isMeasured ? { to: at + 2, value: 0.5 } : null
}

/** "a quarter of a million", "three quarters of a billion". */
function partOfScale(lexicon: QuantityLexicon, words: readonly string[], at: number): Value | null {
  const count = words[at] === "a" ? 1 : unitOf(lexicon, words[at]!)
  const part = lexicon.numbers.get(words[at + 1] ?? "")
  const scale = scaleAfterOf(lexicon, words, at + 2)
  if (count === null || part?.kind !== "part" || scale === null) return null
  return { to: at + 5, value: (count / part.value) * scale, scale }
}

type Half = Readonly<{
  total: number
  scale: number
  to: number
  numbers: QuantityLexicon["numbers"]
  words: readonly string[]
}>

function withHalf({ total, scale, to, numbers, words }: Half): Value {
  if (words[to] !== "and" || words[to + 1] !== "a" || words[to + 2] !== "half") return { to, value: total, scale }
  const found = numbers.get(words[to + 3] ?? "")
  if (found?.kind === "scale") return { to: to + 4, value: (total + 0.5) * found.value, scale: found.value }
  return { to: to + 3, value: total + 0.5, scale }
}
