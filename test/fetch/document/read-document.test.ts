import assert from "node:assert/strict"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import fc from "fast-check"
import { afterAll, beforeAll, test } from "vitest"
import { clean } from "../../../src/clean/clean.ts"
import { readDocument } from "../../../src/fetch/document/read-document.ts"
import { CounterclaimError } from "../../../src/model/error.ts"
import { pdfFile, type SetLine } from "./pdf-file.ts"

let folder = ""
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "documents-"))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function read(name: string, bytes: Buffer | string) {
  const place = join(folder, name)
  await writeFile(place, bytes)
  const snapshot = await readDocument(name, place, () => new Date("2031-03-20T00:00:00Z"))
  return { snapshot, ...clean(snapshot, { file: place }) }
}

const fails = (name: string, bytes: Buffer | string, code: string) =>
  assert.rejects(read(name, bytes), (error) => error instanceof CounterclaimError && error.code === code && error.where === name) // biome-ignore format: one line

const SAID =
  "The harbour office said on Monday that the ferry had been overloaded when it left the quay, and that it would say more in a week."
const HEAD = [
  "From: Ines Marlow <ines@lamp.example>",
  "To: desk@lamp.example",
  "Subject: =?utf-8?Q?Ferry_sinks_=E2=80=93_harbour_shuts?=",
  "Date: Wed, 12 Mar 2031 08:10:00 +0100",
  "MIME-Version: 1.0",
]

test("a mail in HTML is read as a page with its subject, its sender and its date", async () => {
  const body = `<html><body><p>${SAID}</p><p>${SAID.replace("Monday", "Tuesday")}</p></body></html>`
  const mail = [...HEAD, "Content-Type: text/html; charset=utf-8", "", body].join("\r\n")
  const { reading, text } = await read("a.eml", mail)
  assert.equal(reading.title, "Ferry sinks – harbour shuts")
  assert.deepEqual(reading.bylines, ["Ines Marlow"])
  assert.equal(reading.published?.value, "2031-03-12T07:10Z")
  assert.ok(text.value.includes(SAID))
})

test("of a mail in parts the HTML is taken; of one without, the plain text under its subject", async () => {
  const part = (type: string, body: string) => [`--x`, `Content-Type: ${type}`, "", body]
  const head = [...HEAD, 'Content-Type: multipart/alternative; boundary="x"', ""]
  const both = [...head, ...part("text/plain", "Plain."), ...part("text/html", `<p>${SAID}</p>`), "--x--"].join("\r\n")
  assert.equal((await read("b.eml", both)).snapshot.headers["content-type"], "text/html; charset=utf-8")
  const plain = [...head, ...part("text/plain", SAID), "--x--"].join("\r\n")
  const { reading, text, snapshot } = await read("c.eml", plain)
  assert.equal(snapshot.headers["content-type"], "text/plain; charset=utf-8")
  assert.equal(text.value, `Ferry sinks – harbour shuts\n\n${SAID}`)
  assert.equal(reading.published?.value, "2031-03-12T07:10Z")
})

test("a mail without text is said to be empty, and what is no mail to be none", async () => {
  await fails("d.eml", [...HEAD, "", "  "].join("\r\n"), "input/mail-empty")
  await fails("e.eml", [...HEAD, "Content-Type: text/html", "", "<p> </p>"].join("\r\n"), "input/mail-empty")
  await fails("f.eml", "", "input/mail-damaged")
})

test("any damage to a mail ends in a text or in an error that says why", async () => {
  const whole = [...HEAD, 'Content-Type: multipart/mixed; boundary="x"', "", "--x", "Content-Type: text/plain", "", SAID, "--x--"].join("\r\n") // biome-ignore format: one mail
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length), fc.nat(80), fc.string({ maxLength: 5 }), async (at, cut, put) => {
      try {
        await read("g.eml", whole.slice(0, at) + put + whole.slice(at + cut))
      } catch (error) {
        assert.ok(error instanceof CounterclaimError, String(error))
      }
    }),
    { numRuns: 60 },
  )
})

const lines = (words: readonly string[], top = 700): SetLine[] => words.map((text, i) => ({ y: top - 14 * i, text }))

test("a PDF file gives paragraphs: lines joined, broken words mended, heads and page numbers left out", async () => {
  const page = (number: number, ...body: SetLine[]): SetLine[] => [
    { y: 780, size: 8, text: "The Quillmouth Lamp, 12 March 2031" },
    ...body,
    { y: 20, size: 8, text: String(number) },
  ]
  const first = lines(["The harbour office said on Monday that the ferry had been over-", "loaded when it left the quay, and that it would say", "more in a week."]) // biome-ignore format: one list
  const second = lines(["The owners denied it. They said that all of the boats had been looked at, and", "that the storm alone was"], 630) // biome-ignore format: one list
  const { text } = await read(
    "h.pdf",
    pdfFile([
      page(1, ...first, ...second),
      page(2, ...lines(["to blame for what had happened to the boat."])),
      page(3, ...lines(["Nobody was hurt."])),
    ]),
  )
  assert.equal(
    text.value,
    [
      "The harbour office said on Monday that the ferry had been overloaded when it left the quay, and that it would say more in a week.",
      "The owners denied it. They said that all of the boats had been looked at, and that the storm alone was to blame for what had happened to the boat.",
      "Nobody was hurt.",
    ].join("\n\n"),
  )
})

test("a PDF file with a password, a broken one and one of pictures are refused with the reason", async () => {
  const sound = pdfFile([lines([SAID])])
  await fails("i.pdf", pdfFile([lines([SAID])], { encrypted: true }), "input/pdf-encrypted")
  await fails("j.pdf", sound.subarray(0, 60), "input/pdf-damaged")
  await fails("k.pdf", pdfFile([[]]), "input/pdf-no-text")
})

test("all other files are read as they are", async () => {
  const { snapshot, text } = await read("l.txt", SAID)
  assert.deepEqual([snapshot.headers, text.value], [{}, SAID])
})
