import { sha256 } from "./hash.ts"

/** SHA-256 of the text's UTF-8, in hexadecimal. */
export type TextId = string

/** An immutable text. Spans belong to a text and to no other. */
export type Text = Readonly<{ id: TextId; value: string }>

/**
 * Make a `Text` of any string. U+0000 and lone surrogates become U+FFFD, one for one, so that every
 * store and format can hold it and no offset moves. Does not throw.
 */
export function toText(value: string): Text {
  const clean = value.toWellFormed().replaceAll("\u0000", "\uFFFD")
  return { id: sha256(clean), value: clean }
}
