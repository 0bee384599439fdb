import type { ComponentChildren } from "preact"
import { renderToString } from "preact-render-to-string"
import type { Counts } from "../model/ledger.ts"
import { Layout } from "./layout.tsx"

type PageParts = Readonly<{
  title: string
  counts: Counts | null | undefined
  here: string
  asked?: string
  body: ComponentChildren
}>

/** A whole page as HTML. */
export function render({ body, ...frame }: PageParts): string {
  const html = renderToString(<Layout {...frame}>{body}</Layout>)
  // A browser reads a bare carriage return as a line feed: the text would not be the text any longer.
  return `<!doctype html>${html.replaceAll("\r", "&#13;")}`
}
