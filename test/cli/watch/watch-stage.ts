import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { onTestFinished } from "vitest"
import type { Parts } from "../../../src/cli/parts.ts"
import { memoryLedger } from "../../../src/ledger/memory.ts"
import { cleanOnly } from "../../../src/pipeline.ts"
import { type Handler, serve } from "../../fetch/server.ts"
import { type Stage, stage } from "../stage.ts"

/** The reader without its model: what is watched is read, and nothing attributed. */
const READER: Partial<Parts> = {
  openPipeline: async () => ({
    read: async (...given) => cleanOnly(...given),
    isCurrent: () => false,
    close: async () => {},
  }),
}

/** A folder of this test's own. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "watch-"))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

export type WatchStage = Readonly<{
  ledger: Stage["ledger"]
  /** Where the ledger would lie; its state of watching lies beside. */
  path: string
  watch(...argv: string[]): ReturnType<Stage["run"]>
  /** As `watch`, until `stop` is called. */
  start(...argv: string[]): Readonly<{ stop(): void; done: ReturnType<Stage["run"]> }>
}>

/** One ledger and one state file; each call is a new start of the program. */
export function watchStage(parts: Partial<Parts> = {}): WatchStage {
  const ledger = memoryLedger()
  const path = join(folder(), "ledger.sqlite")
  const start: WatchStage["start"] = (...argv) => {
    const control = new AbortController()
    onTestFinished(() => control.abort("SIGINT"))
    const { run } = stage({ ledger, parts: { ...READER, ...parts }, io: { signal: control.signal } })
    return { stop: () => control.abort("SIGINT"), done: run("watch", ...argv, "--ledger", path) }
  }
  return { ledger, path, start, watch: (...argv) => start(...argv).done }
}

/** Pages and feeds by path; a function answers itself. Counts what was asked for. */
export async function site(pages: Record<string, string | Handler>): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = []
  const port = await serve((request, response) => {
    const path = request.url ?? "/"
    asked.push(path)
    const page = pages[path]
    if (typeof page === "function") page(request, response)
    else if (page === undefined) response.writeHead(404).end()
    else
      response
        .writeHead(200, { "content-type": page.startsWith("<rss") ? "application/rss+xml" : "text/html" })
        .end(page)
  })
  return { url: `http://127.0.0.1:${port}`, asked }
}

/** A feed with an item for each path. */
export const rss = (...paths: string[]): string =>
  `<rss version="2.0"><channel><title>The Quillmouth Lamp</title>${paths
    .map(
      (path) => `<item><guid isPermaLink="false">${path}</guid><link>${path}</link><title>${path}</title>
      <pubDate>Wed, 12 Mar 2031 08:10:00 GMT</pubDate></item>`,
    )
    .join("")}</channel></rss>`

/** A page with a title, long enough to be an article. */
export const article = (title: string): string =>
  `<!doctype html><html><head><title>${title}</title></head><body><article><h1>${title}</h1>
  <p>The harbour office of Quillmouth said on Wednesday that the ferry had sunk at dawn with eleven people aboard.</p>
  <p>Captain Ruda Meck denied that the boat was overloaded, and told reporters that every head had been counted.</p>
  </article></body></html>`

/** Wait until it holds; fails after `ms`. */
export async function until(holds: () => boolean | Promise<boolean>, ms = 10_000): Promise<void> {
  for (const end = Date.now() + ms; !(await holds()); ) {
    if (Date.now() > end) throw new Error(`it did not come about within ${ms} ms`)
    await new Promise((done) => setTimeout(done, 50))
  }
}
