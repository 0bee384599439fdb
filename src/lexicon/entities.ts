import { readTable } from "./data.ts"

/**
 * HTML's named character references: the name, with its semicolon where one is needed ("amp;" and
 * also "amp"), to the characters it stands for. Throws like `readTable`.
 */
export function readEntities(): ReadonlyMap<string, string> {
  return new Map(
    readTable("html/entities.tsv", 2).map(({ cells: [name, points] }) => [
      name!,
      String.fromCodePoint(...points!.split(" ").map((point) => Number.parseInt(point, 16))),
    ]),
  )
}
