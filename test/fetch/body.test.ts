import assert from "node:assert/strict"
import { Readable } from "node:stream"
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from "node:zlib"
import fc from "fast-check"
import { test } from "vitest"
import { readBody } from "../../src/fetch/body.ts"
import { failsWith } from "./server.ts"

const CAPS = { maxBytes: 20 * 1024 * 1024, maxRatio: 200 }
const WHERE = "http://news.example/"
const PAGE = Buffer.from("<p>The minister denied it.</p>".repeat(50))

const read = (bytes: Uint8Array | Iterable<Uint8Array>, encoding: string, caps = CAPS) =>
  readBody(Readable.from(bytes instanceof Uint8Array ? [bytes] : bytes), encoding, WHERE, caps)

/** How many pieces of an endless body were taken before it was given up. */
async function takenOf(pieces: (taken: number) => Uint8Array, encoding: string, code: string, caps = CAPS) {
  let taken = 0
  const endless = function* () {
    for (;;) yield pieces(taken++)
  }
  await assert.rejects(read(endless(), encoding, caps), failsWith(code, WHERE))
  return taken
}

test("a body comes back whole in every encoding", async () => {
  const packed: [string, Uint8Array][] = [
    ["", PAGE],
    ["identity", PAGE],
    ["gzip", gzipSync(PAGE)],
    ["X-GZIP", gzipSync(PAGE)],
    ["deflate", deflateSync(PAGE)],
    ["br", brotliCompressSync(PAGE)],
    ["br, gzip", gzipSync(brotliCompressSync(PAGE))],
    ["gzip", Buffer.concat([gzipSync(PAGE.subarray(0, 9)), gzipSync(PAGE.subarray(9))])],
  ]
  for (const [encoding, bytes] of packed) assert.deepEqual(Buffer.from(await read(bytes, encoding)), PAGE, encoding)
})

test("a body comes back whole however it is cut into pieces", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 50 }), async (bytes, size) => {
      const packed = gzipSync(bytes)
      const pieces = Array.from({ length: Math.ceil(packed.length / size) }, (_, i) =>
        packed.subarray(i * size, (i + 1) * size),
      )
      assert.deepEqual(new Uint8Array(await read(pieces, "gzip")), bytes)
    }),
    { numRuns: 50 },
  )
})

test("an empty body is no bytes, whatever its encoding", async () => {
  for (const encoding of ["", "gzip", "br", "br, gzip"]) assert.equal((await read([], encoding)).length, 0, encoding)
})

test("damaged, cut and unknown compression is named", async () => {
  const gzip = gzipSync(PAGE)
  const cases: [string, Uint8Array][] = [
    ["gzip", PAGE],
    ["br", PAGE],
    ["gzip", gzip.subarray(0, gzip.length >> 1)],
    ["br", brotliCompressSync(PAGE).subarray(0, 20)],
    ["deflate", deflateRawSync(PAGE)],
    ["compress", PAGE],
    ["gzip, gzip, gzip", PAGE],
  ]
  for (const [encoding, bytes] of cases)
    await assert.rejects(read(bytes, encoding), failsWith("fetch/encoding", WHERE), encoding)
})

test("an endless body is given up at the cap", async () => {
  const caps = { ...CAPS, maxBytes: 1024 * 1024 }
  const taken = await takenOf(() => Buffer.alloc(64 * 1024), "", "fetch/too-large", caps)
  assert.ok(taken < 40, `${taken} pieces were taken`)
})

test("a body of just the cap is read", async () => {
  const caps = { maxBytes: PAGE.length, maxRatio: 200 }
  assert.equal((await read(PAGE, "", caps)).length, PAGE.length)
  assert.equal((await read(gzipSync(PAGE), "gzip", caps)).length, PAGE.length)
  const less = { ...caps, maxBytes: PAGE.length - 1 }
  for (const [encoding, bytes] of [
    ["", PAGE],
    ["gzip", gzipSync(PAGE)],
  ] as const)
    await assert.rejects(read(bytes, encoding, less), failsWith("fetch/too-large"), encoding)
})

test("a gigabyte of zeros in one gzip stream is stopped early, and memory stays low", async () => {
  // One block of ten megabytes, ending at a byte, can be sent again and again inside one stream.
  const block = deflateRawSync(Buffer.alloc(10 * 1024 * 1024), { finishFlush: constants.Z_SYNC_FLUSH })
  const head = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3])
  const before = process.memoryUsage().rss
  const taken = await takenOf((number) => (number === 0 ? head : block), "gzip", "fetch/ratio")
  assert.ok(taken < 20, `${taken * 10} MB were sent`)
  assert.ok(process.memoryUsage().rss - before < 150e6)
})

test("zeros in many gzip members, in brotli and packed twice are stopped too", async () => {
  const zeros = Buffer.alloc(64 * 1024 * 1024)
  const member = gzipSync(zeros.subarray(0, 1024 * 1024))
  assert.ok((await takenOf(() => member, "gzip", "fetch/ratio")) < 100)
  await assert.rejects(
    read(brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }), "br"),
    failsWith("fetch/ratio"),
  )
  await assert.rejects(read(gzipSync(gzipSync(zeros)), "gzip, gzip"), failsWith("fetch/ratio"))
})

test("gzip members that unpack to nothing do not come for ever", async () => {
  const empty = Buffer.concat(Array(1000).fill(gzipSync("")))
  const taken = await takenOf(() => empty, "gzip", "fetch/too-large", { ...CAPS, maxBytes: 100_000 })
  assert.ok(taken < 30)
})

test("a body that repeats itself as pages do is no bomb", async () => {
  const row = (n: number) => `<tr class="row"><td>${n}</td><td>Town ${n * 7919}</td></tr>\n`
  const page = Buffer.from(Array.from({ length: 60_000 }, (_, n) => row(n)).join(""))
  assert.equal((await read(gzipSync(page), "gzip")).length, page.length)
})

test("an error of the body itself is handed on as it is", async () => {
  const lost = new Error("connection lost")
  const body = new Readable({
    read() {
      this.destroy(lost)
    },
  })
  await assert.rejects(readBody(body, "gzip", WHERE, CAPS), (error) => error === lost)
})
