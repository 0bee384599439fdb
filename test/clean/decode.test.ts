import assert from "node:assert/strict"
import { test } from "vitest"
import { CounterclaimError } from "../../src/model/error.ts"
import { cleaned, newsPage } from "./page.ts"

const TEXT = "Die Brücke über die Öst bleibt zu, sagte der Minister am Dienstag in Värn."
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const utf16 = (text: string): Uint8Array =>
  new Uint8Array(Uint16Array.from(text, (letter) => letter.charCodeAt(0)).buffer)
const swapped = (bytes: Uint8Array): Uint8Array => bytes.map((_, i) => bytes[i ^ 1]!)
const verbatim = (bytes: Uint8Array, headers = {}): string => cleaned(bytes, { verbatim: true, headers }).text.value
const code = (bytes: Uint8Array): string => {
  try {
    cleaned(bytes)
  } catch (error) {
    assert.ok(error instanceof CounterclaimError)
    assert.match(error.where, /report\.txt/)
    return error.code
  }
  return "read"
}

test("reads UTF-8, Windows-1252 and UTF-16 of both orders, with and without a byte order mark", () => {
  for (const bytes of [new TextEncoder().encode(TEXT), latin1(TEXT), utf16(TEXT), swapped(utf16(TEXT))])
    assert.equal(verbatim(bytes), TEXT)
  for (const bytes of [
    new TextEncoder().encode(`\uFEFF${TEXT}`),
    utf16(`\uFEFF${TEXT}`),
    swapped(utf16(`\uFEFF${TEXT}`)),
  ]) {
    assert.equal(verbatim(bytes), `\uFEFF${TEXT}`)
    assert.equal(cleaned(bytes).text.value, TEXT)
  }
})

test("believes the header's encoding before the page's own, unless the bytes are sound UTF-8", () => {
  const cyrillic = Uint8Array.from([0xcc, 0xee, 0xf1, 0xf2, 0x20, 0xe7, 0xe0, 0xea, 0xf0, 0xfb, 0xf2])
  assert.equal(verbatim(cyrillic, { "content-type": "text/plain; charset=windows-1251" }), "Мост закрыт")
  const page = latin1('<meta charset="koi8-r"><p>\xcd\xcf\xd3\xd4</p>')
  assert.equal(cleaned(page, { file: "/a.html" }).text.value, "мост")
  assert.equal(verbatim(new TextEncoder().encode(TEXT), { "content-type": "text/plain; charset=iso-8859-1" }), TEXT)
})

test("reads curly quotation marks, dashes and the euro of Windows-1252, by any of its labels or by none", () => {
  const bytes = Uint8Array.from([
    0x93, 0x4e, 0x6f, 0x94, 0x20, 0x97, 0x20, 0x48, 0x61, 0x6e, 0x6e, 0x65, 0x92, 0x73, 0x20, 0x80, 0x35,
  ])
  for (const label of ["windows-1252", "iso-8859-1", "latin1", "ascii"])
    assert.equal(verbatim(bytes, { "content-type": `text/plain; charset=${label}` }), "“No” — Hanne’s €5")
  assert.equal(verbatim(bytes), "“No” — Hanne’s €5")
})

test("marks a few broken bytes in UTF-8 instead of garbling all of it", () => {
  const bytes = new TextEncoder().encode(`${TEXT}\n`.repeat(20))
  bytes[5] = 0xff
  const text = verbatim(bytes)
  assert.equal(text.split("\uFFFD").length, 2)
  assert.ok(text.includes("über"))
})

test("refuses what is no text, and says so", () => {
  for (const binary of ["%PDF-1.7 abc", "PK\u0003\u0004abcdef", "\u0089PNG\r\n", "GIF89a", "\u00ff\u00d8\u00ff\u00e0"])
    assert.equal(code(latin1(binary)), "input/binary")
  assert.equal(code(Uint8Array.from({ length: 4000 }, (_, i) => (i * 37) % 7)), "input/binary")
})

test("refuses what is empty or too large", () => {
  for (const empty of ["", " \n\t", "\uFEFF\r\n"]) assert.equal(code(new TextEncoder().encode(empty)), "input/empty")
  assert.equal(code(new Uint8Array(8_000_001).fill(97)), "input/too-large")
})

test("takes a text verbatim to the last byte: mark, line ends, tags and outer white space", () => {
  for (const text of ["\uFEFFone\r\ntwo\n\n", "  <p>one</p>\r", newsPage()]) {
    const { text: kept, reading } = cleaned(text, { verbatim: true, file: "/a.html" })
    assert.equal(kept.value, text)
    assert.deepEqual(reading.removed, [])
    assert.equal(reading.title, null)
  }
})

test("puts U+FFFD, one for one, where a text holds U+0000", () => {
  assert.equal(verbatim(latin1("a\u0000b, and so on for a while")), "a\uFFFDb, and so on for a while")
})
