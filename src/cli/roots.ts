import { basename } from "node:path"
import type { Command } from "commander"
import type { ReadDocument, RootedClaim } from "../comparing.ts"
import { toJsonLine } from "../formats/json-line.ts"
import { NOTHING_JUDGED } from "../model/judged.ts"
import type { Entry } from "../model/ledger.ts"
import type { Context } from "./context.ts"
import { documentsLine } from "./counts-line.ts"
import { eachInput } from "./each-input.ts"
import { judgedIn } from "./judged-in.ts"
import { examples, jsonOption } from "./options.ts"
import type { Reader } from "./parts.ts"
import { rootTree } from "./root-tree.ts"
import { untilStopped } from "./until-stopped.ts"

type Options = Readonly<{ json?: true; models?: string; ledger?: string }>
type Read = ReadDocument & Readonly<{ file: string }>

const EXAMPLES = examples([
  ["roots wire.txt gazette.html courier.html", "what several of them say, and how many origins it has"],
  ["roots articles/ --json", "every claim that two or more carry, with where it stands in each, as JSON Lines"],
])

/** `roots`: claims that several files carry and their root sources, without a ledger. */
export function addRootsCommand(program: Command, context: Context): void {
  program
    .command("roots")
    .description("Find what several articles say, and how many sources there really are behind it.")
    .argument("<input...>", "files, folders, web archives, http(s) addresses, or - for standard input")
    .addOption(jsonOption("one object a claim that two or more documents carry"))
    .option("--models <dir>", "take the model in this folder instead of the one that comes along")
    .option("--ledger <path>", "heed what people judged of names, claims and copies in this ledger (nothing without)")
    .addHelpText("after", EXAMPLES)
    .action(async (inputs: string[], options: Options) => context.finish(await roots(inputs, options, context)))
}

async function roots(inputs: readonly string[], { json, models, ledger }: Options, context: Context): Promise<number> {
  const { io, parts, screen } = context
  const judged = ledger === undefined ? NOTHING_JUDGED : await judgedIn(ledger, context)
  const pipeline = await untilStopped(io.signal, parts.openPipeline(models === undefined ? {} : { models }))
  try {
    const { documents, failed, unread } = await readAll(inputs, context, pipeline)
    const { openRoots } = await import("../comparing.ts")
    const claims = openRoots()(documents, judged)
    const name = (document: number): string => basename(documents[document]!.file)
    for (const claim of claims) {
      await screen.print(json ? toJsonLine(toJson(claim, documents)) : rootTree(claim, name, screen))
    }
    if (!json) await screen.print(`${sum(claims.length, documents.length)}\n`)
    if (unread > 0) screen.tell(leftOut(unread))
    if (documents.length < 2) screen.tell("a claim is listed when two or more documents carry it; give more of them")
    return failed > 0 ? 1 : 0
  } finally {
    await pipeline.close()
  }
}

async function readAll(inputs: readonly string[], context: Context, pipeline: Reader) {
  const documents: Read[] = []
  let unread = 0
  const { failed } = await eachInput(inputs, context, {
    make: (snapshot, input) => pipeline.read(snapshot, input, { verbatim: /\.txt$/i.test(input.file) }),
    async take(entry, { file }) {
      if (entry.run) documents.push(toRead(entry, file))
      else unread++
    },
  })
  return { documents, failed, unread }
}

function toRead({ document, reading, text, run }: Entry, file: string): Read {
  const { publisher, published } = reading
  return { file, id: document.id, url: document.url, publisher, published, text, run }
}

function toJson({ proposition, appearances, roots, min, max, tree, because }: RootedClaim, documents: readonly Read[]) {
  const name = (document: number) => documents[document]!.file
  return {
    proposition,
    appearances: appearances.map(({ document, span, copyOf, ...appearance }) => ({
      file: name(document),
      ...span,
      text: documents[document]!.text.value.slice(span.start, span.end),
      ...appearance,
      copyOf: copyOf === null ? null : name(copyOf),
    })),
    roots,
    min,
    max,
    because,
    tree: tree.map(({ documents: branch, ...root }) => ({
      ...root,
      documents: branch.map(({ document, relayedBy, copies, alike }) => ({
        file: name(document),
        relayedBy,
        copies: copies.map(name),
        alike: alike.map(name),
      })),
    })),
  }
}

const leftOut = (unread: number): string =>
  `${documentsLine(unread)} left out: who says what is read in English articles only`

const sum = (claims: number, documents: number): string =>
  `${claims === 1 ? "1 claim is" : `${claims} claims are`} carried by two or more of ${documentsLine(documents)}.`
