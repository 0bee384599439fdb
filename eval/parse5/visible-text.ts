import { type DefaultTreeAdapterTypes, parse } from "parse5"

type Node = DefaultTreeAdapterTypes.ChildNode

/** Elements whose text is not on the page, or is drawn into it. */
const UNSEEN = new Set(
  "script style template noscript iframe noembed noframes textarea audio video canvas datalist svg math title head".split(
    " ",
  ),
)

/** The text of a page as a browser's parser makes it, in the page's order; what is never seen is left out. No recursion. */
export function visibleText(html: string): string {
  const found: string[] = []
  const open: Node[] = [...parse(html).childNodes].reverse()
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.nodeName === "#text" && "value" in node) found.push(node.value)
    else if ("childNodes" in node && !UNSEEN.has(node.nodeName)) open.push(...[...node.childNodes].reverse())
  }
  return found.join("")
}
