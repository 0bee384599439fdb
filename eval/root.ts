import { existsSync } from "node:fs"
import { dirname, join } from "node:path"

/** The project's own folder: these files run as they are written and, compiled, from below `build/`. */
export const ROOT = findRoot(import.meta.dirname)

function findRoot(folder: string): string {
  const parent = dirname(folder)
  return existsSync(join(folder, "package.json")) || parent === folder ? folder : findRoot(parent)
}
