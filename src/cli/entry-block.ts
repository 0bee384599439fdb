import type { Entry } from "../model/ledger.ts"
import { claimLines, claimsOfEntry, headLines, headOfEntry } from "./claim-lines.ts"
import { findingLines } from "./finding-lines.ts"
import type { Screen } from "./screen.ts"

/** What reading one input gave, for a terminal: its head, its claims (`all`: the doubtful ones too), what they hold. */
export function entryBlock(entry: Entry, file: string, { all }: { all?: true }, screen: Screen): string {
  const claims = claimsOfEntry(entry).filter((claim) => all || claim.shown)
  const lines = claims.flatMap((claim) => claimLines(claim, screen))
  const body = lines.length > 0 ? lines : [`   ${screen.style.dim("no claim to show")}`]
  return `${[...headLines(headOfEntry(entry), file, screen), ...body, ...findingLines(entry, screen)].join("\n")}\n\n`
}
