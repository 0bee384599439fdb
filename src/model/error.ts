export type ErrorParts = Readonly<{
  /** `folder/what-is-wrong`; listed in docs/errors.md. */
  code: string
  what: string
  where: string
  fix: string
  cause?: unknown
}>

/** Bad input from outside: what is wrong, where, and how to mend it. */
export class CounterclaimError extends Error {
  readonly code: string
  readonly what: string
  readonly where: string
  readonly fix: string

  constructor({ code, what, where, fix, cause }: ErrorParts) {
    super(`${where}: ${what}; ${fix}`, cause === undefined ? undefined : { cause })
    this.name = "CounterclaimError"
    this.code = code
    this.what = what
    this.where = where
    this.fix = fix
  }
}
