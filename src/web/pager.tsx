type PagerProps = Readonly<{ path: string; asked: Readonly<Record<string, unknown>>; page: number; more: boolean }>

/** Links to the page before and the page after, keeping what else was asked. */
export function Pager({ path, asked, page, more }: PagerProps) {
  if (page === 1 && !more) return null
  return (
    <nav class="pager" aria-label="Pages">
      {page > 1 ? (
        <a rel="prev" href={`${path}?${queryOf(asked, page - 1)}`}>
          ← Page {page - 1}
        </a>
      ) : (
        <span />
      )}
      <span>Page {page}</span>
      {more ? (
        <a rel="next" href={`${path}?${queryOf(asked, page + 1)}`}>
          Page {page + 1} →
        </a>
      ) : (
        <span />
      )}
    </nav>
  )
}

function queryOf(asked: Readonly<Record<string, unknown>>, page: number): URLSearchParams {
  const kept = Object.entries({ ...asked, page }).filter(([name, value]) => name !== "limit" || value !== 50)
  return new URLSearchParams(kept.map(([name, value]) => [name, String(value)]))
}
