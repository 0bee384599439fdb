import { CounterclaimError } from "../model/error.ts"

/** The code that Node's own errors carry ("ENOENT", "ECONNREFUSED", …); empty when there is none. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : ""

/** What an error says, also when it is a bundle of several that says nothing itself. */
export function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return messageOf(error.errors[0])
  return error instanceof Error ? error.message || codeOf(error) : String(error)
}

const NOT_THERE = new Set(["ENOENT", "ENOTDIR", "ENAMETOOLONG", "ERR_INVALID_ARG_VALUE"])

/** What the file system answered about a path, said to the person who gave it. */
export function pathFailure(file: string, cause: unknown): CounterclaimError {
  if (cause instanceof CounterclaimError) return cause
  if (NOT_THERE.has(codeOf(cause)))
    return new CounterclaimError({
      code: "input/not-found",
      what: "there is no such file or folder",
      where: file,
      fix: "check the name and the folder that it is counted from",
      cause,
    })
  return new CounterclaimError({
    code: "input/unreadable",
    what: `it cannot be read (${codeOf(cause) || messageOf(cause)})`,
    where: file,
    fix: "give yourself the right to read it, or leave it out",
    cause,
  })
}
