import type { Command } from "commander"
import { toJsonLine } from "../formats/json-line.ts"
import type { CopyPair } from "../pipeline.ts"
import type { Context } from "./context.ts"
import { eachInput } from "./each-input.ts"
import { examples, jsonOption } from "./options.ts"
import { rowLines } from "./row-lines.ts"
import type { Screen } from "./screen.ts"

type Options = Readonly<{ json?: true }>

const EXAMPLES = examples([
  ["copies wire.txt gazette.txt courier.html", "who shares how much text with whom"],
  ["copies articles/ --json", "every pair that shares text, with the shared passages, as JSON Lines"],
])

/** `copies`: shared text between files, without a ledger. */
export function addCopiesCommand(program: Command, context: Context): void {
  program
    .command("copies")
    .description("Find articles that share text, how much, and who copied whom.")
    .argument("<input...>", "files, folders, web archives, http(s) addresses, or - for standard input")
    .addOption(jsonOption("one object a pair that shares text"))
    .addHelpText("after", EXAMPLES)
    .action(async (inputs: string[], options: Options) => context.finish(await copies(inputs, options, context)))
}

type Read = Readonly<{ file: string; id: string; text: string }>

async function copies(inputs: readonly string[], options: Options, context: Context): Promise<number> {
  const { parts, screen } = context
  const documents: Read[] = []
  const { failed } = await eachInput(inputs, context, {
    make: (snapshot, input) => parts.cleanOnly(snapshot, input, { verbatim: /\.txt$/i.test(input.file) }),
    async take({ document, text }, { file }) {
      documents.push({ file, id: document.id, text: text.value })
    },
  })
  let [pairs, versions] = [0, 0]
  for (const pair of await parts.findCopies(documents)) {
    if (pair.version) versions++
    else await screen.print(options.json ? toJsonLine(toJson(pair, documents)) : row(pair, documents, screen))
    if (!pair.version) pairs++
  }
  if (!options.json) await screen.print(`${pairs} pairs of ${documents.length} documents share text.\n`)
  if (versions > 0) screen.tell(`${versions} pairs are versions of one document and not listed`)
  return failed > 0 ? 1 : 0
}

function toJson({ left, right, reuse }: CopyPair, documents: readonly Read[]) {
  return { left: documents[left]!.file, right: documents[right]!.file, ...reuse }
}

function row({ left, right, reuse }: CopyPair, documents: readonly Read[], { columns }: Screen): string {
  const name = Math.floor((columns - 30) / 2)
  const share = (value: number) => ({ text: `${Math.round(value * 100)} %`, width: 5, right: true })
  const cells = [
    { text: documents[left]!.file, width: name },
    share(reuse.containment.left),
    { text: documents[right]!.file, width: name },
    share(reuse.containment.right),
    { text: reuse.derived, width: 6 },
  ]
  return `${rowLines(cells).join("\n")}\n`
}
