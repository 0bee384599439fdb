import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import { readAgencies } from "../../../src/lexicon/agencies.ts"
import { loadRootWords } from "../../../src/lexicon/root-words.ts"
import type { Link } from "../../../src/model/document.ts"
import { findRelied, type RelyingPage } from "../../../src/reconcile/trace/find-relied.ts"
import { inventedEntry } from "../../invented-entry.ts"

const TABLES = { roots: loadRootWords(), agencies: readAgencies() }

/** A page of sentences parted by lines; `links` names the words that lead somewhere. */
function page(text: string, claims: [source: string, cue: string, content: string][], links: Record<string, string>) {
  const sentences = [...text.matchAll(/[^\n]+/g)].map(({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
  }))
  const found = Object.entries(links).map(([words, href]): Link => {
    const start = text.indexOf(words)
    return { start, end: start + words.length, href }
  })
  const block = {
    start: 0,
    end: text.length,
    kind: "paragraph",
    level: 0,
    links: found,
    reason: "",
    score: null,
  } as const
  const entry = inventedEntry({
    text,
    claims: claims.map(([source, cue, content]) => ({ source, cue, content: [content] })),
  })
  const relying: RelyingPage = {
    ...{ url: "https://lamp.example/ferry", text, blocks: [block], sentences },
    ...{ attributions: entry.run!.attributions, entities: [] },
  }
  return findRelied(relying, TABLES).map(({ kind, url, name }) => [kind, url, name])
}

test("an outlet that is said to report is credited, with the link that stands nearest to its name", () => {
  const text = "Reuters reported that the ferry sank, as the harbour log shows."
  const links = { Reuters: "https://reuters.example/ferry", "harbour log": "https://port.example/log" }
  assert.deepEqual(page(text, [["Reuters", "reported", "the ferry sank"]], links), [
    ["credit", "https://reuters.example/ferry", "Reuters"],
    ["link", "https://port.example/log", "harbour log"],
  ])
})

test("an outlet credited without a link is named, once, and not at all where it is linked elsewhere", () => {
  const twice = "Reuters reported that the ferry sank.\nREUTERS said the quay was shut."
  const claims: [string, string, string][] = [
    ["Reuters", "reported", "the ferry sank"],
    ["REUTERS", "said", "the quay was shut"],
  ]
  assert.deepEqual(page(twice, claims, {}), [["credit", null, "Reuters"]])
  const linked = { "the quay": "https://reuters.example/quay" }
  assert.deepEqual(page(twice, claims, linked), [["credit", "https://reuters.example/quay", "REUTERS"]])
})

test("a link in a claim's sentence carries the claimant; one of the own site elsewhere is passed over", () => {
  const text = "Ines Marlow said the ferry was old.\nMore on ferries here."
  const links = { "was old": "https://lamp.example/interview", here: "https://lamp.example/tag/ferries" }
  assert.deepEqual(page(text, [["Ines Marlow", "said", "the ferry was old"]], links), [
    ["claim", "https://lamp.example/interview", "Ines Marlow"],
  ])
})

test("an agency's mark in the dateline is a credit", () => {
  assert.deepEqual(page("QUILLMOUTH (AP) The ferry sank.", [], {}), [["credit", null, "AP"]])
})

test("links to parts of the page itself, mails and scripts lead nowhere", () => {
  const links = { ferry: "https://lamp.example/ferry#more", sank: "mailto:desk@lamp.example", The: "javascript:void 0" }
  assert.deepEqual(page("The ferry sank.", [], links), [])
})

test("no text and no link makes it throw", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }),
      fc.array(fc.tuple(fc.nat(50), fc.nat(50), fc.webUrl())),
      (text, places) => {
        const links = places.map(([start, length, href]): Link => ({ start, end: start + length, href }))
        const block = {
          start: 0,
          end: text.length,
          kind: "paragraph",
          level: 0,
          links,
          reason: "",
          score: null,
        } as const
        const relied = findRelied(
          { url: null, text, blocks: [block], sentences: [], attributions: [], entities: [] },
          TABLES,
        )
        assert.equal(new Set(relied.map(({ url, name }) => url ?? name)).size, relied.length)
      },
    ),
  )
})
