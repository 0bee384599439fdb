import { open } from "node:fs/promises"
import type { Readable } from "node:stream"
import { CounterclaimError } from "../model/error.ts"

/** The file of pairs that was named, or standard input for "-". Rejects with `input/unreadable` when it cannot be read. */
export async function openPairs(name: string, stdin: Readable): Promise<Readable> {
  if (name === "-") return stdin
  try {
    return (await open(name)).createReadStream()
  } catch (cause) {
    throw new CounterclaimError({
      code: "input/unreadable",
      what: "the file of pairs cannot be read",
      where: name,
      fix: "name a file that is there, or - for standard input",
      cause,
    })
  }
}
