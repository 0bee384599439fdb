import assert from "node:assert/strict"
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { test } from "vitest"
import { runCoreNlp } from "../../../eval/peers/core-nlp.ts"
import { temporaryFolder } from "../../temporary-folder.ts"

test("where its jars do not lie, what lacks is told, and nothing is thrown", async () => {
  const folder = temporaryFolder("core-nlp")
  const given = { texts: folder, path: join(folder, "predictions.jsonl") }
  const absent = join(folder, "absent")
  assert.deepEqual(await runCoreNlp({ ...given, library: absent }), { missing: `no .jar lies in ${absent}` })
  assert.deepEqual(await runCoreNlp({ ...given, library: folder }), { missing: `no .jar lies in ${folder}` })
})

test("jars that cannot be run are told of", async () => {
  const folder = temporaryFolder("core-nlp")
  writeFileSync(join(folder, "broken.jar"), "no jar at all")
  const run = await runCoreNlp({ library: folder, texts: folder, path: join(folder, "predictions.jsonl") })
  assert.ok("missing" in run)
  assert.notEqual(run.missing, "")
})
