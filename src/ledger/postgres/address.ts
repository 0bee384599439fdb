import { CounterclaimError } from "../../model/error.ts"

/** Whether a ledger's place is an address of PostgreSQL; else it is the path of a file. */
export const isAddress = (location: string): boolean => /^postgres(ql)?:/i.test(location)

/**
 * An address as it may be shown: without user, password and settings, which may hold one, too. A password that was not
 * escaped may contain any sign, so all goes up to the last "@"; where that stands behind a "?", all goes.
 */
export const shownAddress = (location: string): string =>
  /\?.*@/s.test(location)
    ? location.replace(/:.*$/s, "://…@…")
    : location
        .replace(/^(\w+):.*@/s, "$1://…@")
        .replace(/\?.*$/s, "?…")
        .replace(/[\r\n\t]/g, " ")

/** Throws `ledger/bad-address` when it cannot be taken apart. */
export function checkAddress(location: string): void {
  // What the parser says would show all of it: it is not passed on.
  if (/^postgres(ql)?:\/\//i.test(location) && URL.canParse(location)) return
  throw new CounterclaimError({
    code: "ledger/bad-address",
    what: "this is no address of PostgreSQL",
    where: shownAddress(location),
    fix: "write postgres://USER:PASSWORD@HOST:PORT/DATABASE, with every special character of the password as %XX",
  })
}
