const CAPITAL = /\p{Lu}/u
const TOKEN = /\p{L}+|\s+|[^\p{L}\s]/gu
const END = /^[.!?…]$/
/** Marks that stand between two sentences, or within one, without ending or beginning it. */
const AROUND = /^["”’'‘()[\]]$/

/**
 * A text that was printed in small letters throughout, with capitals where sentences and quotations begin; any other as
 * it is. As long as the given one, unit for unit. Models that learned from whole texts find sentences by their capitals.
 * Does not throw.
 */
export function sentenceCase(text: string): string {
  if (CAPITAL.test(text)) return text
  let begins = true
  let ended = false
  let before = " "
  return text.replace(TOKEN, (token) => {
    const isSpace = token.trim() === ""
    const isWord = !isSpace && token.toLowerCase() !== token.toUpperCase()
    const shown = isWord && (begins || token === "i") ? capitalised(token) : token
    if (isSpace) begins ||= ended || token.includes("\n")
    else if (END.test(token)) ended = true
    else if (token === "“" || (token === '"' && before.trim() === "")) begins = true
    else if (!AROUND.test(token)) begins = ended = false
    before = token
    return shown
  })
}

/** A letter that has no capital of its own length, or one that is another letter's too, stays. */
function capitalised(word: string): string {
  const first = String.fromCodePoint(word.codePointAt(0)!)
  const upper = first.toUpperCase()
  return upper.length === first.length && upper.toLowerCase() === first ? upper + word.slice(first.length) : word
}
