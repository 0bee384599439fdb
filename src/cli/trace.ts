import type { Command } from "commander"
import { toJsonLine } from "../formats/json-line.ts"
import type { Ledger } from "../model/ledger.ts"
import type { Trace, TracedPage } from "../tracing.ts"
import type { Context } from "./context.ts"
import { examples, jsonOption, ledgerOption } from "./options.ts"
import { rowLines } from "./row-lines.ts"
import type { Screen } from "./screen.ts"
import { untilStopped } from "./until-stopped.ts"
import { withLedger } from "./with-ledger.ts"
import { wrap } from "./wrap.ts"

type Options = Readonly<{ keep?: true; json?: true; ledger?: string }>

const EXAMPLES = examples([
  ["trace https://example.org/report.html", "the pages that a report leans on, and theirs"],
  ["trace https://example.org/report.html --keep", "the same, and all of them go into the ledger"],
])

/** `trace`: from a page to the documents that it relies on. */
export function addTraceCommand(program: Command, context: Context): void {
  program
    .command("trace")
    .description("Follow a page's credits and links to the documents that it relies on: two hops, 30 pages at most.")
    .argument("<url>", "http(s) address of a report")
    .option("--keep", "add the pages that were read to the ledger")
    .addOption(jsonOption("one object with the whole answer"))
    .addOption(ledgerOption())
    .addHelpText("after", EXAMPLES)
    .action((url: string, options: Options) =>
      options.keep
        ? withLedger(context, { ...options, readOnly: false }, (ledger) => follow(url, options, context, ledger))
        : follow(url, options, context, null),
    )
}

async function follow(url: string, options: Options, { io, parts, screen }: Context, ledger: Ledger | null) {
  const { traceReliance } = await import("../tracing.ts")
  const fetcher = await parts.openFetcher()
  const pipeline = await parts.openPipeline({})
  const progress = screen.progress(null)
  const read = async (at: string) => {
    const snapshot = await fetcher.fetchPage(at, io.signal)
    return pipeline.read(snapshot, { file: at, place: snapshot.url ?? at })
  }
  const onPage = (at: string, done: number) => progress.show({ done, failed: 0, label: at })
  try {
    const trace = await untilStopped(io.signal, traceReliance(url, { read, onPage }))
    progress.clear()
    for (const entry of trace.entries) await ledger?.add(entry)
    await print(trace, options, screen)
  } finally {
    progress.clear()
    await Promise.all([fetcher.close(), pipeline.close()])
  }
}

async function print({ entries: _, ...trace }: Trace, { json }: Options, screen: Screen): Promise<void> {
  if (json) return screen.print(toJsonLine(trace))
  const { columns, style } = screen
  const pages = trace.pages.flatMap((page) => pageLines(page, trace, screen))
  const unread = trace.notRead.flatMap(({ name, url, why, reliedOnBy }) =>
    rowLines([{ text: `${url ?? name}: ${why} (${by(reliedOnBy, trace)})`, width: columns - 2 }], "  "),
  )
  const lines = [
    ...pages,
    ...(unread.length > 0 ? [style.bold("Credited or linked to, and not read"), ...unread, ""] : []),
  ]
  await screen.print(`${[...lines, ...wrap(sum(trace), columns)].join("\n")}\n`)
}

/** The page, indented by its hops: what it is; who leans on it, in which words; what it shares with them. */
function pageLines(page: TracedPage, trace: Omit<Trace, "entries">, { columns, style }: Screen): string[] {
  const indent = "  ".repeat(page.hops)
  const row = (text: string) => rowLines([{ text, width: columns - indent.length - 2 }], `${indent}  `)
  const shared = trace.copies
    .filter(({ left, right }) => left === page.id || right === page.id)
    .map(({ left, right, ofLeft, ofRight }) => {
      const [other, part] = left === page.id ? [right, ofLeft] : [left, ofRight]
      return `${Math.round(part * 100)} % of it stands also in ${nameOf(other, trace)}`
    })
  const facts = [page.publisher ?? "publisher unknown", page.published?.value ?? "undated", page.url].filter(Boolean)
  return [
    ...rowLines([{ text: page.title ?? page.url ?? page.id, width: columns - indent.length }], indent).map(style.bold),
    ...row(facts.join(" · ")).map(style.dim),
    ...page.reliedOnBy.flatMap(({ page: from, kind, name, words }) =>
      row(`${HOW[kind]} ${nameOf(from, trace)}${kind === "link" ? "" : ` (${name})`}: “${words}”`),
    ),
    ...shared.flatMap(row),
    ...(page.article ? [] : row("no article: nothing was followed from it")),
    "",
  ]
}

const HOW = { credit: "credited by", claim: "linked to for a claim by", link: "linked to by" } as const

const nameOf = (id: string, { pages }: Pick<Trace, "pages">): string => {
  const page = pages.find((one) => one.id === id)
  return page?.publisher ?? page?.title ?? page?.url ?? id
}

const by = (reliedOnBy: readonly { page: string }[], trace: Pick<Trace, "pages">): string =>
  `relied on by ${[...new Set(reliedOnBy.map(({ page }) => nameOf(page, trace)))].join(", ")}`

function sum({ pages, notRead }: Pick<Trace, "pages" | "notRead">): string {
  const read = pages.length === 1 ? "1 page read" : `${pages.length} pages read`
  return `${read}, ${notRead.length} credited or linked to and not read.`
}
