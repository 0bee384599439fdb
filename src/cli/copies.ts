import { basename } from "node:path"
import type { Command } from "commander"
import type { JudgedPair } from "../comparing.ts"
import { toJsonLine } from "../formats/json-line.ts"
import { NOTHING_JUDGED } from "../model/judged.ts"
import type { CopyDocument } from "../pipeline.ts"
import type { Context } from "./context.ts"
import { foldFamilies } from "./copy-families.ts"
import { documentsLine } from "./counts-line.ts"
import { eachInput } from "./each-input.ts"
import { judgedIn } from "./judged-in.ts"
import { examples, jsonOption } from "./options.ts"
import { rowLines } from "./row-lines.ts"
import type { Screen } from "./screen.ts"

type Options = Readonly<{ json?: true; ledger?: string }>
type Read = CopyDocument & Readonly<{ file: string }>

const EXAMPLES = examples([
  ["copies wire.txt gazette.html courier.html", "who shares how much text with whom, and who took it from whom"],
  ["copies articles/ --json", "every pair that shares text, with the shared passages, as JSON Lines"],
])

/** `copies`: shared text between files, without a ledger. */
export function addCopiesCommand(program: Command, context: Context): void {
  program
    .command("copies")
    .description("Find articles that share text, how much, and who took it from whom.")
    .argument("<input...>", "files, folders, web archives, http(s) addresses, or - for standard input")
    .addOption(jsonOption("one object a pair that shares text"))
    .option("--ledger <path>", "heed what people judged of these documents in this ledger (nothing without)")
    .addHelpText("after", EXAMPLES)
    .action(async (inputs: string[], options: Options) => context.finish(await copies(inputs, options, context)))
}

async function copies(inputs: readonly string[], { json, ledger }: Options, context: Context): Promise<number> {
  const { parts, screen } = context
  const judged = ledger === undefined ? NOTHING_JUDGED : await judgedIn(ledger, context)
  const { documents, failed } = await readAll(inputs, context)
  const counts = { pairs: 0, versions: 0 }
  const { families, compared } = foldFamilies(documents)
  for (const places of families) {
    const ids = places.map((place) => documents[place]!.id)
    const family = places.filter((_, at) => ids.indexOf(ids[at]!) === at).map((place) => documents[place]!)
    counts.versions += places.length - family.length
    if (family.length > 1) await screen.print(json ? toJsonLine(familyJson(family)) : familyLines(family, screen))
  }
  const texts = compared.map((place) => documents[place]!)
  for (const pair of await parts.findCopies(texts, judged.copies)) {
    if (pair.version) counts.versions++
    else {
      const sides = { left: texts[pair.left]!, right: texts[pair.right]! }
      await screen.print(json ? toJsonLine(toJson(sides, pair)) : table(sides, pair, screen))
      counts.pairs++
    }
  }
  if (!json) await screen.print(`${sum(counts.pairs, documents.length)}\n`)
  if (counts.versions > 0) screen.tell(`${counts.versions} more are two versions of one document, not copies`)
  return failed > 0 ? 1 : 0
}

async function readAll(inputs: readonly string[], context: Context) {
  const documents: Read[] = []
  const { failed } = await eachInput(inputs, context, {
    make: (snapshot, input) => context.parts.cleanOnly(snapshot, input, { verbatim: /\.txt$/i.test(input.file) }),
    async take({ document, reading, text }, { file }) {
      const { publisher, published } = reading
      documents.push({ file, id: document.id, text: text.value, url: document.url, publisher, published })
    },
  })
  return { documents, failed }
}

const familyJson = (family: readonly Read[]) => ({
  family: family.map(({ file }) => file),
  representative: family[0]!.file,
})

/** How many print it, then their names. */
function familyLines(family: readonly Read[], { columns, style }: Screen): string {
  const head = rowLines([
    {
      text: `${family.length} documents of one text, letter for letter; the first stands for all below`,
      width: columns,
    },
  ])
  const names = rowLines(
    [{ text: family.map(({ file }) => basename(file)).join(", "), width: columns - 4, paint: style.dim }],
    "    ",
  )
  return `${[...head, ...names, ""].join("\n")}\n`
}

type Pair = Readonly<{ left: Read; right: Read }>

function toJson({ left, right }: Pair, { reuse, direction }: JudgedPair) {
  const { containment, ownWords, rewording, longest, derived, passages } = reuse
  const spans = passages.map(({ left, right, words, quoted }) => ({ left, right, words, quoted }))
  const figures = { containment, ownWords, rewording, longest, derived }
  return { left: left.file, right: right.file, ...figures, ...direction, spans }
}

const NUMBERS = 6
const NOBODYS = {
  undetermined: "who took it from whom is not determined",
  third: "both from a third",
  neither: "neither from the other",
} as const

/** A row a side: its name, how much of it stands in the other one, how much of its own words; then what it comes to. */
function table({ left, right }: Pair, { reuse, direction }: JudgedPair, { columns, style }: Screen): string {
  const width = Math.max(10, columns - 2 * (NUMBERS + 2))
  const share = (value: number) => ({ text: `${Math.round(value * 100)} %`, width: NUMBERS, right: true })
  const side = (name: "left" | "right", { file }: Read) =>
    rowLines([share(reuse.containment[name]), share(reuse.ownWords[name]), { text: basename(file), width }])
  const { from, because } = direction
  const taken = from === "left" || from === "right" ? `from ${basename({ left, right }[from].file)}` : NOBODYS[from]
  const why = because.length > 0 ? ` (${because.join("; ")})` : ""
  const verdict = `${reuse.derived} derived, longest passage ${reuse.longest} words, ${taken}${why}`
  const last = rowLines([{ text: verdict, width: columns - 4, paint: style.dim }], "    ")
  return `${[...side("left", left), ...side("right", right), ...last, ""].join("\n")}\n`
}

const sum = (pairs: number, documents: number): string =>
  `${pairs === 1 ? "1 pair shares" : `${pairs} pairs share`} text in ${documentsLine(documents)}. The figures: how much of it stands in the other one; the same without quotations.`
