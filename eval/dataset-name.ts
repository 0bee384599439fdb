import { basename, dirname, resolve } from "node:path"

/** What a folder of data is called in floors and results: ".../polnear/dev" -> "polnear-dev". */
export function datasetName(folder: string): string {
  const path = resolve(folder)
  return [basename(dirname(path)), basename(path)].filter((part) => part !== "").join("-")
}
