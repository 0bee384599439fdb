/** An address that may be clicked when it is a web page's, and plain words when it is anything else. */
export function Address({ url }: Readonly<{ url: string }>) {
  if (!isWeb(url)) return <span class="address">{url}</span>
  return (
    <a class="address" href={url} rel="noopener noreferrer">
      {url}
    </a>
  )
}

function isWeb(url: string): boolean {
  const parsed = URL.canParse(url) ? new URL(url) : null
  return parsed?.protocol === "https:" || parsed?.protocol === "http:"
}
