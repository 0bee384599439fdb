// The examples of README.md: which commands it shows, and what it says they print.
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { ROOT } from "./build.mjs"

const README = join(ROOT, "README.md")
const EXAMPLE = /<!-- run: (.+) -->\n```sh\n.+\n```\n\n```text\n([\s\S]*?)```/g
const FILE = /<!-- file: (.+) -->\n```text\n([\s\S]*?)```/g

/**
 * What a command printed, as the README shows it: the id of a document without an address hangs on where the clone lies.
 * @param {string} printed
 */
export const asShown = (printed) => printed.replace(/\bd-[0-9a-f]{20}\b/g, "d-…")

/** @returns {{args: string[], printed: string}[]} each command line of the README with what it shows as printed */
export const readmeExamples = () =>
  [...readFileSync(README, "utf8").matchAll(EXAMPLE)].map(([, line, printed]) => ({
    args: String(line).split(" "),
    printed: String(printed),
  }))

/** @returns {{path: string, text: string}[]} each file that the README shows */
export const readmeFiles = () =>
  [...readFileSync(README, "utf8").matchAll(FILE)].map(([, path, text]) => ({ path: String(path), text: String(text) }))

/**
 * Write anew what the commands print.
 * @param {(args: string[]) => string} run
 */
export function writeReadme(run) {
  const text = readFileSync(README, "utf8").replace(EXAMPLE, (whole, line, printed) =>
    whole.replace(`\`\`\`text\n${printed}\`\`\``, () => `\`\`\`text\n${asShown(run(line.split(" ")))}\`\`\``),
  )
  writeFileSync(README, text)
}
