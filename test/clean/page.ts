import { type Cleaned, type CleanOptions, clean } from "../../src/clean/clean.ts"
import { toSnapshot } from "../../src/model/snapshot.ts"

type Input = Partial<CleanOptions> & { url?: string | null; headers?: Record<string, string>; fetched?: string }

/** Clean a string (as UTF-8) or bytes, as a file of that name. */
export function cleaned(
  input: string | Uint8Array,
  { url = null, headers = {}, fetched, ...options }: Input = {},
): Cleaned {
  const bytes = typeof input === "string" ? new TextEncoder().encode(input) : input
  const snapshot = toSnapshot({ bytes, url, headers, fetched: fetched ?? "2023-06-01T00:00:00Z" })
  return clean(snapshot, { file: "/varn/report.txt", ...options })
}

export const PARAGRAPHS = [
  "The ministry of transport said on Tuesday that the bridge over the Ost would stay shut until the spring, after engineers had found cracks in two of its piers.",
  "“We will not open it for a single day before it is safe,” the minister, Dorte Halm, told reporters in Varn, and added that the repairs would cost nine million crowns.",
  "Ferrymen disputed the figure. Their union said that the true cost would be twice as high, and that nobody had asked the people who cross the river every morning.",
  "The mayor of Varn, who had warned of the cracks a year ago, declined to comment, but a spokesman for the town said that the buses would run more often from Monday.",
]

/** A page of news as sites print them, with an article of four paragraphs. */
export const newsPage = (head = "", top = ""): string => `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Bridge over the Ost stays shut | The Varn Ledger</title>${head}</head>
<body><header class="site-header"><a href="/">The Varn Ledger</a>
<nav class="main-menu"><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li><li><a href="/weather">Weather</a></li></ul></nav></header>
<main><article class="post"><h1 class="entry-title">Bridge over the Ost stays shut</h1>${top}
<div class="share-bar"><a href="#f">Share on Facebook</a> <a href="#t">Tweet</a></div>
<div class="entry-content">${PARAGRAPHS.map((text) => `<p>${text}</p>`).join("\n")}</div>
<div class="newsletter-box"><h3>Sign up for our newsletter</h3><p>By signing up you agree to our terms.</p></div></article></main>
<aside class="sidebar related-posts"><h3>You may also like</h3><ul><li><a href="/a">Ferry runs aground near Hale</a></li><li><a href="/b">Frost is expected in the hills</a></li></ul></aside>
<div id="comments" class="comments-area"><h3>Leave a Reply</h3><p>Your email address will not be published.</p></div>
<footer class="site-footer"><p>© 2023 The Varn Ledger. All rights reserved.</p></footer></body></html>`
