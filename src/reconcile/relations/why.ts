import type { Verdict } from "./claim.ts"
import type { Compared } from "./features.ts"
export function why(_compared: Compared, _verdict: Verdict): string { return "" }
