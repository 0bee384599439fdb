import assert from "node:assert/strict"
import { test } from "vitest"
import { told } from "./told.ts"

test("a pronoun behind although goes back to the subject of the main clause", () => {
  const source =
    "Although Piers Holloway thanked the harbour board, Ivan Roe remains at odds with its leaders, whom {source|he} {cue|accuses} {content|of greed}."
  const { speakers } = told(source, { names: [["Piers Holloway", "person"], ["Ivan Roe", "person"]] }) // biome-ignore format: one call
  assert.deepEqual(speakers, [["Ivan Roe", "person"]])
})

test("any official is nobody who speaks, any of the officials are some", () => {
  assert.deepEqual(told("{source|Any senior official} {cue|says} {content|so}.").speakers, [null])
  assert.equal(told("{source|Any of the officials} {cue|said} {content|so}.").speakers.length, 1)
})

test("a state's army is itself, whoever was named before", () => {
  const source = "The Lodmark Council met. {source|The Russian military} {cue|said} {content|it rained}."
  const { speakers } = told(source, { names: [["Lodmark Council", "organisation"]] })
  assert.deepEqual(speakers, [["Russian military", "organisation"]])
})
