import assert from "node:assert/strict"
import { test } from "vitest"
import { candidates } from "../src/gathering.ts"
import { inventedEntry } from "./invented-entry.ts"
import { ledgerOf } from "./invented-ledger.ts"

const counts = { articles: 1000, of: new Map([["harbour", 80]]) }
const entry = (name: string, text: string) =>
  inventedEntry({ text, file: `/${name}.txt`, publisher: `The ${name}`, claims: [] })
const publishers = async (entries: ReturnType<typeof entry>[], text: string): Promise<(string | null)[]> => {
  const records = await candidates(await ledgerOf(entries), [{ text }], { counts, self: null })
  return records.map(({ document, reading }) => reading.publisher ?? document.publisher)
}

const ZORBLAT = ["Lamp", "Echo", "Gull", "Pier", "Tern"].map((name) => entry(name, `Zorblat, writes ${name}, goes on.`))
const HARBOUR = entry("Quay", "They closed the harbour.")

test("a word that is common in news but rare in this ledger brings its document before those of a word that most hold", async () => {
  assert.equal((await publishers([...ZORBLAT, HARBOUR], "Zorblat harbour"))[0], "The Quay")
})

test("a word that no article has brings its document before those of a common word, where the ledger holds it once", async () => {
  const many = ["Lamp", "Echo", "Gull"].map((name) => entry(name, `The harbour is shut, ${name} says.`))
  assert.equal((await publishers([...many, entry("Tern", "Zorblat goes on.")], "Zorblat harbour"))[0], "The Tern")
})

test("words that nothing holds take no place from those that a document holds", async () => {
  const unheard = "aa bb cc dd ee ff gg hh ii jj kk ll mm nn".replace(/\w+/g, (letters) => `quib${letters}`)
  assert.deepEqual(await publishers([HARBOUR], `${unheard} harbour`), ["The Quay"])
})

test("the order in which documents came changes nothing, and of no words in common there is none", async () => {
  const [forth, back] = [
    [...ZORBLAT, HARBOUR],
    [HARBOUR, ...[...ZORBLAT].reverse()],
  ]
  assert.deepEqual(await publishers(forth, "Zorblat harbour"), await publishers(back, "Zorblat harbour"))
  assert.deepEqual(await publishers(forth, "bakers"), [])
  assert.deepEqual(await publishers([], "bakers"), [])
})
