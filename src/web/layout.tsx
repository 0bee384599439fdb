import type { ComponentChildren } from "preact"
import type { Counts } from "../model/ledger.ts"
import { countsInWords } from "./in-words.ts"

type LayoutProps = Readonly<{
  title: string
  /** Null when they could not be read: the page says so. Undefined when they are not for this reader. */
  counts: Counts | null | undefined
  /** The address of the page, to mark it in the menu. */
  here: string
  /** What stands in the search box. */
  asked?: string
  children: ComponentChildren
}>

const MENU = [
  ["/", "Overview"],
  ["/documents", "Documents"],
  ["/claims", "Claims"],
  ["/sources", "Sources"],
] as const

/** The frame of every page: masthead, menu, search box, the counts, and what the program does not say. */
export function Layout({ title, counts, here, asked, children }: LayoutProps) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title === "Counterclaim" ? title : `${title} · Counterclaim`}</title>
        <link rel="stylesheet" href="/style.css" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to the content
        </a>
        <header class="masthead">
          <Masthead here={here} asked={asked ?? ""} />
          {counts === undefined ? null : (
            <p class="counts">{counts ? countsInWords(counts) : "The ledger’s counts could not be read."}</p>
          )}
        </header>
        <main id="main">{children}</main>
        <footer>
          <p>
            Counterclaim never says what is true. It says who said what, where it is printed, and how sure it is to have
            read that right.
          </p>
        </footer>
      </body>
    </html>
  )
}

function Masthead({ here, asked }: Readonly<{ here: string; asked: string }>) {
  return (
    <div class="bar">
      <a class="name" href="/">
        Counterclaim
      </a>
      <nav aria-label="Main">
        {MENU.map(([href, words]) => (
          <a key={href} href={href} aria-current={here === href ? "page" : undefined}>
            {words}
          </a>
        ))}
      </nav>
      <search>
        <form action="/search" method="get" class="search">
          <input
            type="search"
            name="q"
            value={asked}
            aria-label="Words to search for"
            placeholder="Search texts and claims"
          />
          <button type="submit">Search</button>
        </form>
      </search>
    </div>
  )
}
