import { join } from "node:path"
import { type Pipeline, type Span, spanText } from "counterclaim"
import { printFigures } from "../conclude.ts"
import { parseGiven } from "../given.ts"
import { measurePart } from "../measure-part.ts"
import { readVerbatim } from "../read-verbatim.ts"
import { type GoldSnippet, readGoldEvidence } from "./read-gold-evidence.ts"
import {
  addEvidence,
  countEvidence,
  type EvidenceCounts,
  evidenceRates,
  type PredictedRecord,
} from "./score-evidence.ts"

/**
 * `eval evidence`: score the records of evidence that the program reads in labelled snippets. Gives the exit status: 1 when
 * the program is below a floor. Throws `eval/usage` without `--data` or `--labels`, `eval/no-gold` when nothing is labelled.
 */
export function evidenceCommand(args: string[], print: (line: string) => void): Promise<number> {
  const given = parseGiven(args, { part: "evidence", needs: { data: "DIR", labels: "FILE.jsonl" } })
  const part = {
    part: "evidence",
    gold: readGoldEvidence(given.labels, given.data),
    count: async (pipeline: Pipeline, snippet: GoldSnippet) =>
      countEvidence(snippet, await evidenceIn(pipeline, given.data, snippet)),
    report: (counts: readonly EvidenceCounts[]) => printFigures(evidenceRates(addEvidence(counts)), print),
  }
  return measurePart(given, part, print)
}

async function evidenceIn(pipeline: Pipeline, folder: string, { file, text }: GoldSnippet): Promise<PredictedRecord[]> {
  const { run } = await readVerbatim(pipeline, { place: join(folder, file), text })
  const words = (span: Span | null): string | null => span && spanText(text, span)
  return (run?.findings.evidence ?? []).map(({ item, kind, checker, finding, stance }) => ({
    item: spanText(text, item),
    kind,
    checker: words(checker),
    finding: words(finding),
    stance,
  }))
}
