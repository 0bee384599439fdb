import { mersenneTwister } from "../attribution/mersenne-twister.ts"

/** What breaks readers of HTML: halves of tags, of comments, of entities, of characters. */
const TOKENS = [
  "<", ">", "</", "/>", "<!", "<!--", "-->", "<![CDATA[", "]]>", "<?", '"', "'", "=", "&", "&#", "&#x110000;", "&#xD800;",
  "&#0;", "&ampamp;", "<p>", "</p>", "<div>", "</div>", "<script>", "</script>", "<style>", "<textarea>", "<title>", "</title>",
  "<noscript>", "<template>", "<svg>", "<math>", "<table><tr><td>", "<li>", "<a href=", "<base href='//'>", "<plaintext>",
  '<meta charset="utf-16">', '<meta charset="nowhere">', '<script type="application/ld+json">{"@graph":[', "{", "[[[[", "\\u", "\0",
  "\uFEFF", "\u2028", "\u202E", "😀", "\r", "9999-99-99", "<time datetime=", 'itemprop="author"',
] // biome-ignore format: a list of tokens, not of lines

const RAW = [
  [0xff],
  [0xfe, 0xff],
  [0xef, 0xbb, 0xbf],
  [0xed, 0xa0, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0xc0, 0x80],
  [0x80],
]

const INSERTS: readonly Uint8Array[] = [
  ...TOKENS.map((token) => Buffer.from(token)),
  ...RAW.map((raw) => Buffer.from(raw)),
]

const MOST_CHANGES = 8
const LONGEST_PIECE = 4000

type Draw = (below: number) => number

/** The bytes with one to eight changes, the same for the same seed; at most 33 kB longer than they were. */
export function mutate(bytes: Uint8Array, seed: number): Uint8Array {
  const random = mersenneTwister(seed)
  const draw: Draw = (below) => Math.floor(random() * below)
  let mutated = bytes
  for (let left = 1 + draw(MOST_CHANGES); left > 0; left--) mutated = CHANGES[draw(CHANGES.length)]!(mutated, draw)
  return mutated
}

const CHANGES: readonly ((bytes: Uint8Array, draw: Draw) => Uint8Array)[] = [
  function flipBit(bytes, draw) {
    const flipped = Uint8Array.from(bytes)
    const at = draw(bytes.length)
    if (at < flipped.length) flipped[at] = flipped[at]! ^ (1 << draw(8))
    return flipped
  },
  function setByte(bytes, draw) {
    const set = Uint8Array.from(bytes)
    set[draw(bytes.length)] = draw(256)
    return set
  },
  function insertToken(bytes, draw) {
    return insert(bytes, draw(bytes.length + 1), INSERTS[draw(INSERTS.length)]!)
  },
  function repeatToken(bytes, draw) {
    const token = INSERTS[draw(INSERTS.length)]!
    const times = 1 + draw(Math.floor(LONGEST_PIECE / token.length))
    const piece = new Uint8Array(token.length * times)
    for (let index = 0; index < times; index++) piece.set(token, index * token.length)
    return insert(bytes, draw(bytes.length + 1), piece)
  },
  function removePiece(bytes, draw) {
    const { start, end } = pieceOf(bytes, draw)
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)])
  },
  function copyPiece(bytes, draw) {
    const { start, end } = pieceOf(bytes, draw)
    return insert(bytes, draw(bytes.length + 1), bytes.subarray(start, end))
  },
  function cutOff(bytes, draw) {
    return bytes.subarray(0, draw(bytes.length + 1))
  },
  function cutFront(bytes, draw) {
    return bytes.subarray(Math.min(bytes.length, draw(LONGEST_PIECE)))
  },
]

function pieceOf({ length }: Uint8Array, draw: Draw) {
  const start = draw(length)
  return { start, end: Math.min(length, start + 1 + draw(LONGEST_PIECE)) }
}

const insert = (bytes: Uint8Array, at: number, piece: Uint8Array): Uint8Array =>
  Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)])
