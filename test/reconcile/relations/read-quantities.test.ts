import assert from "node:assert/strict"
import { test } from "vitest"
import { loadRelations } from "../../../src/lexicon/relations.ts"
import { readDurations } from "../../../src/reconcile/relations/read-durations.ts"
import { readShares } from "../../../src/reconcile/relations/read-shares.ts"

const lexicon = loadRelations()
const values = (found: readonly { low: number | null }[]) => found.map(({ low }) => low)

test("lengths of time are read from digits and words", () => {
  assert.deepEqual(values(readDurations("It took 36 hours, not a day and a half or two weeks.", lexicon)), [36, 1.5, 2])
  assert.deepEqual(readDurations("On the third day the hours were long.", lexicon), [])
})

test("shares told as one number in another are read in percent", () => {
  assert.deepEqual(values(readShares("Nine pilots out of ten stayed away.", lexicon)), [90])
  assert.deepEqual(values(readShares("Three voters in four agree.", lexicon)), [75])
  assert.deepEqual(readShares("In 2031 one man in the hall spoke in 2030.", lexicon), [])
})
