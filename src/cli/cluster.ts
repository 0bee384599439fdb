import { basename } from "node:path"
import type { Command } from "commander"
import type { StoryDocument } from "../comparing.ts"
import { toJsonLine } from "../formats/json-line.ts"
import type { Entry } from "../model/ledger.ts"
import type { Context } from "./context.ts"
import { documentsLine } from "./counts-line.ts"
import { eachInput } from "./each-input.ts"
import { examples, jsonOption } from "./options.ts"
import { rowLines } from "./row-lines.ts"
import type { Screen } from "./screen.ts"

type Options = Readonly<{ json?: true }>
type Read = StoryDocument & Readonly<{ file: string; id: string }>
/** Its documents in the order of the input; `id`: the smallest of theirs. */
type Story = Readonly<{ id: string; documents: readonly Read[] }>

const EXAMPLES = examples([
  ["cluster articles/", "which of a folder's articles report one event"],
  ["cluster *.txt --json", "the story of each file, as JSON Lines"],
])

/** `cluster`: articles grouped into stories, without a ledger. */
export function addClusterCommand(program: Command, context: Context): void {
  program
    .command("cluster")
    .description("Group articles into stories: which of them report one event.")
    .argument("<input...>", "files, folders, web archives, http(s) addresses, or - for standard input")
    .addOption(jsonOption("one object a file, in the order of the input"))
    .addHelpText("after", EXAMPLES)
    .action(async (inputs: string[], options: Options) => context.finish(await cluster(inputs, options, context)))
}

async function cluster(inputs: readonly string[], { json }: Options, context: Context): Promise<number> {
  const { screen } = context
  const documents: Read[] = []
  const { failed } = await eachInput(inputs, context, {
    make: (snapshot, input) => context.parts.cleanOnly(snapshot, input, { verbatim: /\.txt$/i.test(input.file) }),
    take: async (entry, { file }) => void documents.push({ ...toStoryDocument(entry), file, id: entry.document.id }),
  })
  const { openStories } = await import("../comparing.ts")
  const stories = toStories(documents, openStories()(documents))
  if (json) {
    const idOf = new Map(stories.flatMap(({ id, documents }) => documents.map((document) => [document, id] as const)))
    for (const document of documents) {
      await screen.print(toJsonLine({ file: document.file, story: idOf.get(document)! }))
    }
  } else await screen.print(table(stories, documents.length, screen))
  return failed > 0 ? 1 : 0
}

/** Where a text comes without a title, its first paragraph is taken for one. */
function toStoryDocument({ reading, text: { value } }: Entry): StoryDocument {
  const { title, published } = reading
  if (title !== null) {
    return { title, body: value.startsWith(title) ? value.slice(title.length) : value, published }
  }
  const [first = ""] = value.trimStart().split(/\r?\n[^\S\n]*\r?\n/, 1)
  return { title: first, body: value.trimStart().slice(first.length), published }
}

/** The largest first; of equals, in the order of the input. */
function toStories(documents: readonly Read[], numbers: readonly number[]): Story[] {
  const members = new Map<number, Read[]>()
  for (const [index, document] of documents.entries()) {
    const story = numbers[index]!
    members.set(story, [...(members.get(story) ?? []), document])
  }
  return [...members.values()]
    .map((documents) => ({ id: documents.map(({ id }) => id).sort()[0]!, documents }))
    .sort((a, b) => b.documents.length - a.documents.length)
}

/** A block a story of several documents, headed by its first one's title; those that stand alone are counted. */
function table(stories: readonly Story[], all: number, { columns, style }: Screen): string {
  const several = stories.filter(({ documents }) => documents.length > 1)
  const blocks = several.map(({ documents }) => {
    const count = { text: `${documents.length}`, width: 5, right: true, paint: style.bold }
    const head = rowLines([count, { text: documents[0]!.title, width: columns - 9 }])
    const files = documents.flatMap(({ file }) => rowLines([{ text: basename(file), width: columns - 9 }], "         "))
    return `${[...head, ...files].join("\n")}\n\n`
  })
  const alone = stories.length - several.length
  const found = several.length === 1 ? "1 story is" : `${several.length} stories are`
  const rest = alone === 1 ? "1 stands" : `${alone} stand`
  return `${blocks.join("")}${found} told by more than one of ${documentsLine(all)}; ${rest} alone.\n`
}
