import assert from "node:assert/strict"
import { resolve } from "node:path"
import { test } from "vitest"
import { parseGiven } from "../../eval/given.ts"

test("says which options are missing and how to write them", () => {
  const wanted = { part: "figures", needs: { data: "DIR", labels: "FILE.jsonl" } }
  assert.throws(() => parseGiven(["--data", "x"], wanted), {
    code: "eval/usage",
    message: /no --labels; write: npm run eval -- figures --data DIR --labels FILE.jsonl/,
  })
  assert.throws(() => parseGiven(["--folder", "x"], wanted), { code: "ERR_PARSE_ARGS_UNKNOWN_OPTION" })
})

test("folders are whole paths, and what is not asked for is empty", () => {
  const given = parseGiven(["--data", "x", "--raise"], { part: "times", needs: { data: "DIR" } })
  assert.deepEqual(given, { data: resolve("x"), labels: "", models: undefined, raise: true, file: false })
})
