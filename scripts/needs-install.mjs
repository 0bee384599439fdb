/** @typedef {Readonly<Record<string, { version?: string, integrity?: string, optional?: boolean }>>} Packages */

/**
 * Whether what lies in node_modules differs from what the lockfile asks for. Both are parsed lockfiles:
 * `package-lock.json`, and `node_modules/.package-lock.json`, which npm writes when it has finished; null
 * when there is none. Optional packages may be missing: they are for other systems.
 * @param {{ packages: Packages }} wanted
 * @param {{ packages?: Packages } | null} installed
 * @returns {boolean}
 */
export function needsInstall(wanted, installed) {
  if (installed === null) return true
  return Object.entries(wanted.packages).some(([path, { version, integrity, optional }]) => {
    if (path === "") return false
    const there = installed.packages?.[path]
    if (!there) return !optional
    return there.version !== version || there.integrity !== integrity
  })
}
