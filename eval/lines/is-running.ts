const ENDS = /[.!?…。！？؟।][)\]"'”’»]*$/

/** Whether half of a gold text's lines are paragraphs, by their words and full stops; the rest are catalogues, tables, lists of links. */
export function isRunning(body: string): boolean {
  const lines = body.split("\n").filter((line) => line.trim() !== "")
  return lines.length > 0 && lines.filter(isParagraph).length * 2 >= lines.length
}

function isParagraph(line: string): boolean {
  const words = line.match(/[\p{L}\p{N}_]+/gu)?.length ?? 0
  return words >= 20 || (words >= 10 && ENDS.test(line.trimEnd()))
}
