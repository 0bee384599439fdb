import assert from "node:assert/strict"
import { test } from "vitest"
import { inventedEntry } from "../invented-entry.ts"
import { stage } from "./stage.ts"

const SINKING =
  "The ferry Marigold sank off Glasswick on Tuesday. Harbour master Ottoline Brandreth said 14 of 61 passengers were missing. Lifeboats from Pellmouth searched the sound."
const entries = {
  "b.txt": inventedEntry({ file: "/articles/b.txt", text: `Marigold sinks off Glasswick\n\n${SINKING}` }),
  "moor.html": inventedEntry({
    file: "/articles/moor.html",
    title: "Council passes budget",
    text: "The council of Wexmoor passed its budget by nine votes to six. Treasurer Amabel Stroud kept school meals.",
  }),
  "a.txt": inventedEntry({
    file: "/articles/a.txt",
    text: `Ferry Marigold sinks\n\n${SINKING} Divers are on the way.`,
  }),
}
const [B, MOOR, A] = Object.values(entries).map(({ document }) => document.id)

test("cluster prints a JSON object a file, in the order of the input, each with the smallest document of its story", async () => {
  const { status, out } = await stage({ entries }).run("cluster", "--json", "b.txt", "moor.html", "a.txt")
  assert.equal(status, 0)
  const story = [A!, B!].sort()[0]
  assert.deepEqual(
    out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line)),
    [
      { file: "b.txt", story },
      { file: "moor.html", story: MOOR },
      { file: "a.txt", story },
    ],
  )
})

test("cluster prints the stories that several documents tell, under the first paragraph of a text without title", async () => {
  const { out } = await stage({ entries }).run("cluster", "b.txt", "moor.html", "a.txt")
  assert.match(out, /2 {2}Marigold sinks off Glasswick\n +b\.txt\n +a\.txt\n/)
  assert.match(out, /1 story is told by more than one of 3 documents; 1 stands alone\./)
})

test("cluster takes .txt files verbatim and reads pages", async () => {
  const { run, asked } = stage({ entries })
  await run("cluster", "a.txt", "moor.html")
  assert.deepEqual(asked, ['clean a.txt {"verbatim":true}', 'clean moor.html {"verbatim":false}'])
})

test("cluster names what cannot be read, groups the others, and ends with 1", async () => {
  const { status, out, err } = await stage({ entries }).run("cluster", "--json", "a.txt", "none.txt", "b.txt")
  assert.equal(status, 1)
  assert.equal(
    new Set(
      out
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).story),
    ).size,
    1,
  )
  assert.match(err, /none\.txt/)
})
