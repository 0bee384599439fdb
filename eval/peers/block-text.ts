/** As much of a DOM node as any of the DOMs has. */
export type DomNode = Readonly<{
  nodeType: number
  nodeName: string
  nodeValue: string | null
  childNodes: Iterable<DomNode>
}>

const TEXT = 3
const HIDDEN = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE"])
const BLOCKS = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BR DD DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TD TH TR UL".split(
    " ",
  ),
)

/** A node's text with a new line before and after every block, white space else as it stands. */
export function blockText(root: DomNode): string {
  const parts: string[] = []
  // By hand and not by recursion: pages nest as deep as they like.
  const open: (DomNode | string)[] = [root]
  while (open.length > 0) {
    const next = open.pop()!
    if (typeof next === "string") parts.push(next)
    else if (next.nodeType === TEXT) parts.push(next.nodeValue ?? "")
    else if (!HIDDEN.has(next.nodeName.toUpperCase())) open.push(...inside(next))
  }
  return parts.join("").trim()
}

/** What to go on with, last first. */
function inside(node: DomNode): (DomNode | string)[] {
  const children = [...node.childNodes].reverse()
  return BLOCKS.has(node.nodeName.toUpperCase()) ? ["\n", ...children, "\n"] : children
}
