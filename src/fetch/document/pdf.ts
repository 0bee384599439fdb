import type { TextItem } from "pdfjs-dist/types/src/display/api.js"
import { CounterclaimError } from "../../model/error.ts"
import { messageOf } from "../failure.ts"
import { type PdfLine, paragraphsOf } from "./pdf-paragraphs.ts"
import type { DocumentContent } from "./read-document.ts"

/** More pages are a book, and more characters no article. */
const MOST_PAGES = 500
const MOST_CHARACTERS = 4_000_000

/**
 * The text of a PDF file in paragraphs, in the order in which it was set; page numbers and lines that most pages repeat
 * are left out. Throws `input/pdf-encrypted`, `input/pdf-damaged`, and `input/pdf-no-text` for pictures of pages.
 */
export async function readPdf(bytes: Uint8Array, where: string): Promise<DocumentContent> {
  const pages = await read(bytes).catch((error: unknown) => {
    throw failure(where, error)
  })
  const text = paragraphsOf(pages).join("\n\n")
  if (/\p{L}{2}/u.test(text)) return { text, type: "text/plain" }
  throw new CounterclaimError({
    code: "input/pdf-no-text",
    what: "there is no text in this PDF file, only pictures",
    where,
    fix: "run it through a program that recognises text (OCR) first",
  })
}

async function read(bytes: Uint8Array): Promise<PdfLine[][]> {
  const { getDocument } = await load()
  // A copy: the library takes the bytes away from whoever gave them.
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, isEvalSupported: false, useSystemFonts: false, disableFontFace: true, stopAtErrors: false }) // biome-ignore format: one list
  try {
    const document = await task.promise
    const pages: PdfLine[][] = []
    let characters = 0
    for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES) && characters < MOST_CHARACTERS; number++) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      const lines = linesOf(items.filter((item): item is TextItem => "str" in item))
      characters += lines.reduce((sum, { text }) => sum + text.length, 0)
      pages.push(lines)
      page.cleanup()
    }
    return pages
  } finally {
    await task.destroy()
  }
}

/** The library draws too, and asks for a matrix as it loads; where only text is read, it is never used. */
async function load() {
  const world = globalThis as { DOMMatrix?: unknown }
  world.DOMMatrix ??= class {}
  const warn = console.warn
  // It says at each start what it could not draw with.
  console.warn = () => {}
  try {
    return await import("pdfjs-dist/legacy/build/pdf.mjs")
  } finally {
    console.warn = warn
  }
}

function linesOf(items: readonly TextItem[]): PdfLine[] {
  const lines: PdfLine[] = []
  let text = ""
  let first: TextItem | null = null
  let right = 0
  for (const item of items) {
    if (first && Math.abs(yOf(item) - yOf(first)) > Math.max(2, heightOf(first) * 0.6)) end()
    // Spaces are often not printed, only left free.
    if (first && text !== "" && !text.endsWith(" ") && xOf(item) - right > heightOf(first) * 0.2) text += " "
    if (item.str !== "") first ??= item
    text += item.str
    right = xOf(item) + item.width
    if (item.hasEOL) end()
  }
  end()
  return lines

  function end(): void {
    const line = text.replace(/\s+/g, " ").trim()
    if (first && line !== "") lines.push({ text: line, x: xOf(first), y: yOf(first), right, height: heightOf(first) })
    text = ""
    first = null
  }
}

const xOf = ({ transform }: TextItem): number => Number(transform[4])
const yOf = ({ transform }: TextItem): number => Number(transform[5])
const heightOf = ({ height, transform }: TextItem): number => height || Math.abs(Number(transform[3])) || 10

function failure(where: string, cause: unknown): CounterclaimError {
  if (cause instanceof Error && cause.name === "PasswordException")
    return new CounterclaimError({
      code: "input/pdf-encrypted",
      what: "this PDF file is locked with a password",
      where,
      fix: "unlock it, or print it to another PDF file, and give that",
      cause,
    })
  return new CounterclaimError({
    code: "input/pdf-damaged",
    what: `this PDF file cannot be read (${messageOf(cause)})`,
    where,
    fix: "get the file again from where it came",
    cause,
  })
}
