import assert from "node:assert/strict"
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { onTestFinished, test } from "vitest"
import { type HotFile, type HotOptions, hotFiles } from "../../src/fetch/hot-files.ts"

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "hot-"))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** Watch a folder, ten times as fast as usual; each version is taken once. */
function watched(path: string, more: Partial<HotOptions> = {}) {
  const control = new AbortController()
  const found: HotFile[] = []
  const taken = new Set<string>()
  const options = {
    isTaken: ({ place, mark }: HotFile) => taken.has(place + mark),
    signal: control.signal,
    stillMs: 200,
    rescanMs: 200,
    ...more,
  }
  const done = (async () => {
    for await (const hot of hotFiles(path, options)) {
      taken.add(hot.place + hot.mark)
      found.push(hot)
    }
  })()
  const stop = async () => {
    control.abort()
    await done
  }
  onTestFinished(stop)
  return { found, stop, done, names: () => found.map(({ file }) => basename(file)) }
}

async function until(holds: () => boolean): Promise<void> {
  for (const end = Date.now() + 8000; !holds(); await sleep(20)) assert.ok(Date.now() < end, "it did not come about")
}

test("a file that is being written is given once, when it stands still, and again when it changed", async () => {
  const path = folder()
  const { found } = watched(path, { stillMs: 600 })
  const file = join(path, "a.txt")
  for (let i = 0; i < 6; i++) {
    appendFileSync(file, "A line.\n")
    await sleep(200)
    assert.equal(found.length, 0)
  }
  await until(() => found.length === 1)
  assert.match(found[0]!.mark, /^48-/)
  appendFileSync(file, "More.\n")
  await until(() => found.length === 2)
  assert.match(found[1]!.mark, /^54-/)
})

test("a file is found without any report of the system's, and soon with one", async () => {
  for (const rescanMs of [100, 60_000]) {
    const path = folder()
    const { names, stop } = watched(path, { rescanMs })
    await sleep(300)
    writeFileSync(join(path, "a.json"), "{}")
    await until(() => names().includes("a.json"))
    await stop()
  }
})

test("passes over hidden files, other endings, its own state, folders and what they are named like", async () => {
  const path = folder()
  for (const name of [".a.txt", "b.jpg", "ledger.sqlite.watch.json", "c.xml"]) writeFileSync(join(path, name), "x")
  mkdirSync(join(path, "d.txt"))
  mkdirSync(join(path, "node_modules"))
  writeFileSync(join(path, "node_modules", "e.txt"), "x")
  symlinkSync(path, join(path, "circle.txt"))
  const { done, names } = watched(path, { once: true })
  await done
  assert.deepEqual(names(), ["c.xml"])
})

test("a folder that goes away is told of, and watched on when it is back", async () => {
  const path = join(folder(), "incoming")
  mkdirSync(path)
  const failures: string[] = []
  let there: ReadonlySet<string> | null = null
  const { names } = watched(path, {
    onFailure: (_, { code }) => failures.push(code),
    onScanned: (places) => {
      there = places
    },
  })
  writeFileSync(join(path, "a.txt"), "x")
  await until(() => names().length === 1 && there?.size === 1)
  rmSync(path, { recursive: true })
  await until(() => failures.length > 1)
  assert.deepEqual([...new Set(failures)], ["input/not-found"])
  // What was there is not forgotten for a network drive that is gone for a moment.
  assert.equal((there as ReadonlySet<string> | null)?.size, 1)
  mkdirSync(path)
  writeFileSync(join(path, "b.txt"), "x")
  await until(() => names().includes("b.txt"))
})

test("once, what goes on changing is left for the next time", async () => {
  const path = folder()
  writeFileSync(join(path, "still.txt"), "x")
  const { done, names } = watched(path, { once: true, stillMs: 400 })
  let going = true
  const growing = (async () => {
    while (going) {
      appendFileSync(join(path, "growing.txt"), "x")
      await sleep(50)
    }
  })()
  await done
  going = false
  await growing
  assert.deepEqual(names(), ["still.txt"])
})
