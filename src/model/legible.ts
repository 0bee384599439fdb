/** A mark of UTF-8 read in another encoding; one written as in HTML; a double mark set twice. */
const DAMAGED = /â€[œ\u009d™˜”]|&(?:quot|apos|[lr][sd]quo|#3[49]);|([“”"])\1+/g
const MEANT: Readonly<Record<string, string>> = { "â€œ": "“", "â€\u009d": "”", "â€”": "”", "â€™": "’", "â€˜": "‘" }

/**
 * A text as long as the given one, unit for unit, in which damaged quotation marks are whole: the mark that was meant,
 * then spaces. Models and rules read it in place of the text itself, so that spans still index that. Does not throw.
 */
export function legible(text: string): string {
  return text.replace(DAMAGED, (found) => (MEANT[found] ?? plain(found)) + " ".repeat(found.length - 1))
}

function plain(found: string): string {
  if (!found.startsWith("&")) return found[0]!
  return /apos|squo|39/.test(found) ? "'" : '"'
}
