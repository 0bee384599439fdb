import type { Found } from "../../model/ledger.ts"
import type { SearchData } from "../answers.ts"
import { documentHref, Imprint, titleOf } from "../document-head.tsx"
import { Pager } from "../pager.tsx"
import { type AskedPage, cut, pageOf, type TypedView } from "../view.ts"

type AskedSearch = AskedPage & Readonly<{ q?: string }>

/** Words in texts and in what was said, best match first. */
export const search: TypedView<AskedSearch, SearchData> = {
  name: "search",
  path: "/search",
  says: "Words in texts and in the contents of attributions, best match first.",
  load: async (ledger, asked) => {
    const found = asked.q ? await ledger.search(asked.q, pageOf(asked)) : []
    const { items, more } = cut(found, asked)
    return { found: items, page: asked.page, more }
  },
  title: (_, { q }) => (q ? `${q}: search` : "Search"),
  page: ({ found, page, more }, asked) => (
    <>
      <h1>{asked.q ? `Search: ${asked.q}` : "Search"}</h1>
      {!asked.q ? <p>Type words above: they are looked for in the texts and in what was said.</p> : null}
      {asked.q && found.length === 0 ? <p>Nothing in the ledger holds these words.</p> : null}
      <ol class="found">
        {found.map((one, i) => (
          <Hit key={i} one={one} words={asked.q ?? ""} />
        ))}
      </ol>
      <Pager path="/search" asked={asked} page={page} more={more} />
    </>
  ),
}

function Hit({ one, words }: Readonly<{ one: Found; words: string }>) {
  const { document, attribution, excerpt } = one
  const href = documentHref(document.id) + (attribution ? `#${encodeURIComponent(attribution)}` : "")
  return (
    <li>
      <h3>
        <a href={href}>{titleOf(document)}</a>
      </h3>
      <p class="line">
        <Imprint {...document} /> · {attribution ? "what somebody is reported to have said" : "the text"}
      </p>
      <p class="excerpt">{lit(excerpt, words)}</p>
    </li>
  )
}

/** The excerpt with the searched words marked. */
function lit(excerpt: string, words: string) {
  const wanted = words.match(/[\p{L}\p{N}]+/gu) ?? []
  if (wanted.length === 0) return excerpt
  const parts = excerpt.split(new RegExp(`(?<![\\p{L}\\p{N}])(${wanted.join("|")})(?![\\p{L}\\p{N}])`, "giu"))
  return parts.map((part, i) => (i % 2 === 1 ? <mark key={i}>{part}</mark> : part))
}
