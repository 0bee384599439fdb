import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"

/**
 * One hash of all files that the paths name: of their names below `root` and of their bytes. What is not there counts as nothing.
 * @param {string} root
 * @param {readonly string[]} paths
 * @returns {string}
 */
export function stampOf(root, paths) {
  const hash = createHash("sha256")
  for (const file of paths.flatMap((path) => filesBelow(root, path))) {
    const bytes = readFileSync(join(root, file))
    hash.update(`${JSON.stringify(file)} ${bytes.length}\n`).update(bytes)
  }
  return hash.digest("hex")
}

/**
 * All files at or below a path, sorted; none when there is nothing there.
 * @param {string} root
 * @param {string} path
 * @returns {string[]}
 */
export function filesBelow(root, path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [path]
  const names = readdirSync(full).sort()
  return names.flatMap((name) => filesBelow(root, `${path}/${name}`))
}
