import type { Problem } from "../model/ledger.ts"

/** A problem that verification found; its code is `verify/` and the name. */
export const problem = (name: string, what: string, where: string): Problem => ({ code: `verify/${name}`, what, where })
