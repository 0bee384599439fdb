import type { Readable, Writable } from "node:stream"

/** All that a command sees of the world outside, so that tests can give it another. */
export type Io = Readonly<{
  stdout: Writable
  stderr: Writable
  stdin: Readable
  env: Readonly<Record<string, string | undefined>>
  isTerminal: Readonly<{ stdout: boolean; stderr: boolean }>
  /** Columns of the terminal; where there is none, what tables are laid out for. */
  columns: number
  /** Aborted by Ctrl-C; its reason is the name of the signal. */
  signal: AbortSignal
}>

// What is printed into a file or a pipe: wide enough for a sentence beside its source.
const COLUMNS_OF_A_FILE = 100

/** This process's own streams. */
export function processIo(signal: AbortSignal): Io {
  const { stdout, stderr, stdin, env } = process
  const isTerminal = { stdout: stdout.isTTY === true, stderr: stderr.isTTY === true }
  return { stdout, stderr, stdin, env, isTerminal, columns: stdout.columns || COLUMNS_OF_A_FILE, signal }
}
