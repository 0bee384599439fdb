import assert from "node:assert/strict"
import type { FastifyInstance } from "fastify"
import { afterAll, beforeAll, describe, test } from "vitest"
import type { Ledger } from "../../src/model/ledger.ts"
import { buildServer } from "../../src/web/server.ts"
import { copy, fire, foreign, hostile, reply } from "./articles.ts"
import { entryOf } from "./entries.ts"
import { filledLedger } from "./filled-ledger.ts"

const fireEntry = entryOf(fire)
const fireId = fireEntry.document.id
const fireAttributions = fireEntry.run!.attributions

let ledger: Ledger
let server: FastifyInstance
const get = async (url: string, headers: Record<string, string> = {}) =>
  server.inject({ url, headers: { host: "127.0.0.1:4780", ...headers } })

beforeAll(async () => {
  ledger = await filledLedger([fire, copy, reply, foreign, hostile])
  server = buildServer({ ledger })
})

afterAll(async () => {
  await server.close()
  await ledger.close()
})

describe("every view", () => {
  const paths = ["/", "/documents", `/documents/${fireId}`, `/attributions/${fireAttributions[0]!.id}`]
  for (const path of [...paths, "/claims", "/sources", "/search?q=depot"]) {
    test(`carries the counts, on ${path.split("-")[0]} as well`, async () => {
      const answer = await get(path)
      assert.equal(answer.statusCode, 200)
      assert.match(answer.headers["content-type"] as string, /^text\/html/)
      assert.match(answer.body, /16 shown, 5 doubtful, 5 documents read \(1 of them not for attributions\)/)
      assert.doesNotMatch(answer.body, /\bfirst seen\b/i)
    })
  }
})
