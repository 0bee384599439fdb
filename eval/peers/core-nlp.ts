import { spawn } from "node:child_process"
import { createWriteStream, existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { text } from "node:stream/consumers"
import { pipeline } from "node:stream/promises"
import { ROOT } from "../root.ts"

/** `library`: where its jars lie; `texts`: folder of .txt files; `path`: where the predictions go, in UTF-16 units. */
export type CoreNlpGiven = Readonly<{ library: string; texts: string; path: string }>

/** Of processor time. */
export type CoreNlpRun = Readonly<{ missing: string } | { wordsPerSecond: number }>

const SPEED = /([0-9]+) words per second of processor time/

/** Run CoreNLP's quote annotator over texts. Does not throw: what lacks is told. */
export async function runCoreNlp({ library, texts, path }: CoreNlpGiven): Promise<CoreNlpRun> {
  const jars = existsSync(library) ? readdirSync(library).filter((name) => name.endsWith(".jar")) : []
  if (jars.length === 0) return { missing: `no .jar lies in ${library}` }
  const source = join(ROOT, "eval", "peers", "CoreNlpQuotes.java")
  const child = spawn("java", ["-Xmx6g", "-cp", join(library, "*"), source, texts, "0"])
  const ended = new Promise<string | null>((resolve) => {
    child.on("error", ({ message }) => resolve(message))
    child.on("close", (code) => resolve(code === 0 ? null : `it ended with ${code}`))
  })
  const [fault, said] = await Promise.all([ended, text(child.stderr), pipeline(child.stdout, createWriteStream(path))])
  const speed = SPEED.exec(said)?.[1]
  if (fault !== null) return { missing: `${fault} ${said.trim().split("\n").at(-1)}`.trim() }
  return speed === undefined ? { missing: "it told no speed" } : { wordsPerSecond: Number(speed) }
}
