import { readFileSync } from "node:fs"

/** The version of the package, from its own package.json, which lies at the same distance from src/ and dist/. */
export function version(): string {
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"))
  return String(version)
}
