/** What an element is to the reader of a page. */
export type ElementFacts = Readonly<{
  /** A number of its name, below 256; 0 for all names that nobody knows. */
  id: number
  /** Starts and ends a line of its own. */
  block: boolean
  /** Has no content and no end tag. */
  empty: boolean
  /** Its text is never seen (`template`, …). */
  unseen: boolean
  /** Stands like a box in the line: words on its two sides are two words. */
  box: boolean
  /** Bits of `WITHIN` that hold for all inside it. */
  within: number
  kind: BlockKind | null
  /** Elements that its start tag ends when one is open, up to the nearest of `upTo`. */
  closes: ReadonlySet<string> | null
  upTo: ReadonlySet<string>
  /** Its start tag ends an open paragraph. */
  endsParagraph: boolean
  /** Says something of the page outside its text. */
  saysOfPage: boolean
  isBreak: boolean
}>

export const BLOCK_KINDS = ["division", "paragraph", "heading", "item", "quotation", "cell", "caption", "pre"] as const
export type BlockKind = (typeof BLOCK_KINDS)[number]

/** What a block can stand in, one bit each. */
export const WITHIN = {
  link: 1,
  article: 2,
  main: 4,
  nav: 8,
  aside: 16,
  footer: 32,
  header: 64,
  form: 128,
  figure: 256,
  table: 512,
  list: 1024,
  quotation: 2048,
  section: 4096,
  hidden: 8192,
  bold: 16384,
  drawing: 32768,
  unseen: 65536,
  ariaHidden: 131072,
} as const

const words = (list: string): string[] => list.split(" ")
const BLOCKS = words(
  "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure " +
    "footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html head body legend li listing main menu nav ol optgroup option p " +
    "plaintext pre search section summary table tbody td tfoot th thead tr ul xmp",
)
const EMPTY = words(
  "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr",
)
const UNSEEN = words("template noscript iframe noembed noframes script style textarea audio video canvas datalist")
const SAY_OF_PAGE = words("html base meta link script")
const BOXES = words("img input button select textarea svg iframe video audio object embed canvas option")
const PARAGRAPH_ENDS = new Set(
  words(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 " +
      "h5 h6 header hgroup hr main menu nav ol p pre listing search section summary table ul li dd dt plaintext xmp",
  ),
)
export const HEADINGS: ReadonlySet<string> = new Set(words("h1 h2 h3 h4 h5 h6"))
const P = new Set(["p"])
/** Beyond these an open `p` is out of reach. */
const SCOPE = new Set(words("button caption html marquee object table td th template applet svg"))
const TABLE = new Set(["table", "template"])

const CLOSES: Record<string, readonly [string, ReadonlySet<string>]> = {
  li: ["li", new Set(words("ul ol menu dir table td th template button"))],
  dt: ["dt dd", new Set(words("dl table td th template button"))],
  dd: ["dt dd", new Set(words("dl table td th template button"))],
  tr: ["tr td th caption", TABLE],
  td: ["td th caption", TABLE],
  th: ["td th caption", TABLE],
  tbody: ["tbody thead tfoot tr td th caption", TABLE],
  thead: ["tbody thead tfoot tr td th caption", TABLE],
  tfoot: ["tbody thead tfoot tr td th caption", TABLE],
  option: ["option", new Set(words("select datalist optgroup"))],
  optgroup: ["option optgroup", new Set(words("select datalist"))],
  a: ["a", SCOPE],
}

const KINDS: Record<string, BlockKind> = {
  p: "paragraph",
  h1: "heading",
  h2: "heading",
  h3: "heading",
  h4: "heading",
  h5: "heading",
  h6: "heading",
  li: "item",
  dt: "item",
  dd: "item",
  blockquote: "quotation",
  td: "cell",
  th: "cell",
  figcaption: "caption",
  caption: "caption",
  pre: "pre",
}

const INSIDE: Record<string, number> = {
  a: WITHIN.link,
  article: WITHIN.article,
  main: WITHIN.main,
  nav: WITHIN.nav,
  aside: WITHIN.aside,
  footer: WITHIN.footer,
  header: WITHIN.header,
  form: WITHIN.form,
  select: WITHIN.form,
  button: WITHIN.form,
  label: WITHIN.form,
  figure: WITHIN.figure,
  table: WITHIN.table,
  ul: WITHIN.list,
  ol: WITHIN.list,
  dl: WITHIN.list,
  blockquote: WITHIN.quotation,
  section: WITHIN.section,
  b: WITHIN.bold,
  strong: WITHIN.bold,
  svg: WITHIN.drawing,
  math: WITHIN.drawing,
}

const INLINE: ElementFacts = factsOf("span", 0)
const KNOWN = new Map<string, ElementFacts>(
  [
    ...new Set([
      ...BLOCKS,
      ...EMPTY,
      ...UNSEEN,
      ...BOXES,
      ...SAY_OF_PAGE,
      ...PARAGRAPH_ENDS,
      ...Object.keys(INSIDE),
      ...Object.keys(CLOSES),
    ]),
  ].map((name, i) => [name, factsOf(name, i + 1)]),
)

function factsOf(name: string, id: number): ElementFacts {
  const [closes, upTo] = CLOSES[name] ?? []
  const unseen = UNSEEN.includes(name)
  return {
    id,
    block: BLOCKS.includes(name),
    empty: EMPTY.includes(name),
    unseen,
    box: BOXES.includes(name),
    within: (INSIDE[name] ?? 0) | (unseen ? WITHIN.unseen : 0),
    kind: KINDS[name] ?? null,
    closes: closes ? new Set(closes.split(" ")) : null,
    upTo: upTo ?? SCOPE,
    endsParagraph: PARAGRAPH_ENDS.has(name),
    saysOfPage: SAY_OF_PAGE.includes(name),
    isBreak: name === "br",
  }
}

/** What is known of an element; one that nobody knows stands in the line as `span` does. */
export const elementFacts = (name: string): ElementFacts => KNOWN.get(name) ?? INLINE

export const PARAGRAPH: ReadonlySet<string> = P
export const PARAGRAPH_SCOPE: ReadonlySet<string> = SCOPE
