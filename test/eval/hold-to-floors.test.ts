import assert from "node:assert/strict"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { test } from "vitest"
import { holdToFloors } from "../../eval/hold-to-floors.ts"
import { temporaryFolder } from "../temporary-folder.ts"

function hold(figures: Record<string, number>, raise: boolean) {
  const path = join(temporaryFolder("floors"), "floors.json")
  writeFileSync(path, '{"k":{"linked":0.5,"exact":0.4}}')
  const lines: string[] = []
  const status = holdToFloors({ key: "k", figures, names: ["linked", "exact"], raise, path }, (line) =>
    lines.push(line),
  )
  return { status, lines, floors: JSON.parse(readFileSync(path, "utf8")).k }
}

test("a run that misses a floor fails and names it", () => {
  const { status, lines } = hold({ linked: 0.6, exact: 0.3996 }, false)
  assert.deepEqual([status, lines], [1, ["misses its floor: exact 0.3996 (0.4)"]])
})

test("a run raises floors only when asked to, and never lowers the one it misses", () => {
  assert.deepEqual(hold({ linked: 0.6, exact: 0.5 }, false).floors, { linked: 0.5, exact: 0.4 })
  assert.deepEqual(hold({ linked: 0.6, exact: 0.3 }, true).floors, { linked: 0.6, exact: 0.4 })
})
