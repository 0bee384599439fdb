import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import { readPage } from "../../src/clean/read-page.ts"

const asBytes = (html: string) => ({ html: Buffer.from(html, "utf8").toString("latin1"), isBytes: true })
const shown = (page: ReturnType<typeof readPage>) => ({
  title: page.title,
  meta: page.meta,
  marks: page.marks,
  containers: page.containers,
  // Links name places in the page, which are others in its bytes.
  blocks: page.blocks.map(({ links, ...block }) => ({ ...block, links: links.length })),
})

test("a page says the same as characters and as the bytes of its UTF-8", () => {
  const part = fc.constantFrom("Varn ", "“Så”", "мост", "\u00a0", "é&amp;é", "　", "😀", '<p class="é1 share">', "<a href='/ü'>", "</a>", "</p>", "<br>", "<title>ß</title>", '<meta name="author" content="Zoë Ård">', '<span class="author">') // biome-ignore format: one list
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      const html = parts.join("")
      assert.deepEqual(shown(readPage(asBytes(html))), shown(readPage(html)))
    }),
  )
})
