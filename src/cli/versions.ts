import type { Command } from "commander"
import { toJsonLine } from "../formats/json-line.ts"
import type { Change, Version, VersionChanges, WordedClaim } from "../versioning.ts"
import type { Context } from "./context.ts"
import { examples, jsonOption, ledgerOption } from "./options.ts"
import { rowLines } from "./row-lines.ts"
import type { Screen } from "./screen.ts"
import { withLedger } from "./with-ledger.ts"
import { wrap } from "./wrap.ts"

type Options = Readonly<{ json?: true; ledger?: string }>

const EXAMPLES = examples([
  ["versions https://example.org/report.html", "what was changed in a report since it was seen earliest"],
  ["versions d-6d1f6c2a0b --json", "the same of a document by its id, one object a version"],
])

/** `versions`: what changed in a page from one reading to the next. */
export function addVersionsCommand(program: Command, context: Context): void {
  program
    .command("versions")
    .description("Print the versions of one document, and what changed from each to the next.")
    .argument("<document>", "a document's id or address")
    .addOption(jsonOption("one object a version, earliest seen at the top"))
    .addOption(ledgerOption())
    .addHelpText("after", EXAMPLES)
    .action((document: string, options: Options) =>
      withLedger(context, { ...options, readOnly: true }, async (ledger) => {
        const { versionsOf } = await import("../versioning.ts")
        await print(await versionsOf(ledger, document), options, context.screen)
      }),
    )
}

async function print(versions: readonly Version[], { json }: Options, screen: Screen): Promise<void> {
  for (const version of versions) {
    if (json) await screen.print(toJsonLine(version))
    else await screen.print(`${block(version, screen).join("\n")}\n\n`)
  }
  if (json) return
  const count = versions.length === 1 ? "1 version was" : `${versions.length} versions were`
  await screen.print(
    `${wrap(`${count} seen. Others may have stood on the page between.`, screen.columns).join("\n")}\n`,
  )
}

function block(version: Version, screen: Screen): string[] {
  const { columns, style } = screen
  const { title, firstSeen, lastSeen, published, notArticle, changes } = version
  const seen = firstSeen === lastSeen ? `seen ${firstSeen}` : `seen ${firstSeen} to ${lastSeen}`
  const facts = [seen, published ? `published ${published.value}` : "undated", ...(notArticle ? [notArticle] : [])]
  return [
    ...wrap(title ?? version.snapshot.slice(0, 12), columns).map(style.bold),
    ...wrap(facts.join(" · "), columns).map(style.dim),
    ...(changes ? changeLines(changes, screen) : []),
  ]
}

function changeLines({ facts, text, came, gone }: VersionChanges, screen: Screen): string[] {
  const told = facts.map(({ fact, before, after }) => `${fact}: ${before ?? "none"} → ${after ?? "none"}`)
  const claims = (mark: string, list: readonly WordedClaim[]) =>
    list.map(({ source, cue, content }) => `claim ${mark}: ${[source, cue, `“${content}”`].filter(Boolean).join(" ")}`)
  const row = (line: string) => rowLines([{ text: line, width: screen.columns - 2 }], "  ")
  return [
    ...told.flatMap(row),
    ...text.flatMap((change) => textLines(change, screen)),
    ...[...claims("gone", gone), ...claims("new", came)].flatMap(row),
  ]
}

const MARKS = { added: "+", removed: "-", changed: "~" } as const
const ENDS = { kept: ["", ""], removed: ["[-", "-]"], added: ["{+", "+}"] } as const

/** Of a changed paragraph what went in [- -], what came in {+ +}. */
function textLines({ kind, pieces }: Change, { columns, style }: Screen): string[] {
  const words = pieces
    .map((piece) => (kind === "changed" ? ENDS[piece.kind][0] + piece.words + ENDS[piece.kind][1] : piece.words))
    .join("")
  const paint = kind === "removed" ? style.yellow : kind === "added" ? style.green : (line: string) => line
  return rowLines(
    [
      { text: MARKS[kind], width: 1 },
      { text: words, width: columns - 5, paint },
    ],
    "  ",
  )
}
