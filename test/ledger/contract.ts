import assert from "node:assert/strict"
import { afterEach, beforeEach, describe, test } from "vitest"
import { memoryLedger } from "../../src/ledger/memory.ts"
import { documentId } from "../../src/model/document.ts"
import { CounterclaimError } from "../../src/model/error.ts"
import { NO_FINDINGS } from "../../src/model/findings.ts"
import { sha256 } from "../../src/model/hash.ts"
import type { Entry, Holding, HoldingKey, Ledger } from "../../src/model/ledger.ts"
import { CLAIMS, type Sketch, TEXT, toEntry, toJudgement } from "./entries.ts"
import { FINDINGS } from "./invented-findings.ts"

const GULL = { url: "https://gull.example/a", publisher: "The Gull" }
const PIER = { url: "https://pier.example/b", publisher: "Pier News" }

const rejectsWith = (code: string) => (error: unknown) => error instanceof CounterclaimError && error.code === code

/** What every ledger must do, whatever stands behind it. */
export function ledgerContract(name: string, open: () => Promise<Ledger>): void {
  describe(name, () => {
    let ledger: Ledger
    beforeEach(async () => {
      ledger = await open()
    })
    afterEach(() => ledger.close())

    const add = async (...sketches: Sketch[]): Promise<void> => {
      for (const sketch of sketches) await ledger.add(toEntry(sketch))
    }
    const contents = async (query: Parameters<Ledger["attributions"]>[0]): Promise<string[]> =>
      (await ledger.attributions(query)).map((view) => `${view.document.publisher}: ${view.contentText.join(" ")}`)

    test("an empty ledger answers every question with nothing", async () => {
      assert.deepEqual(await ledger.counts(), { documents: 0, attributed: 0, shown: 0, doubtful: 0 })
      assert.deepEqual(await ledger.documents(), [])
      assert.equal(await ledger.document("d-none"), null)
      assert.deepEqual(await ledger.attributions(), [])
      assert.deepEqual(await ledger.attribution("a-none"), [])
      assert.deepEqual(await ledger.sources(), [])
      assert.deepEqual(await ledger.search("boats"), [])
      assert.deepEqual(await ledger.judgements(), [])
      assert.equal(await ledger.snapshot("0".repeat(64)), null)
      assert.deepEqual(await ledger.verify(), [])
    })

    test("gives back all of what was added", async () => {
      const entry = toEntry()
      assert.deepEqual(await ledger.add(entry), { document: true, reading: true, text: true, run: true })
      const { document, reading, text, run, sighting } = entry
      const at = sighting.at
      const view = {
        document,
        reading,
        firstSeen: at,
        lastSeen: at,
        sightings: 1,
        shown: 2,
        doubtful: 1,
        attributed: true,
      }
      assert.deepEqual(await ledger.documents(), [view])
      assert.deepEqual(await ledger.document(document.id), {
        ...view,
        text,
        run,
        readings: [reading],
        seen: [sighting],
      })
      assert.deepEqual(await ledger.snapshot(entry.snapshot.sha256), entry.snapshot)
      assert.deepEqual(await ledger.counts(), { documents: 1, attributed: 1, shown: 2, doubtful: 1 })
      assert.deepEqual(await ledger.verify(), [])
    })

    test("an attribution comes with its document and its own words", async () => {
      await add({})
      const views = await ledger.attributions()
      assert.deepEqual(
        views.map(({ sourceText, cueText, contentText }) => [sourceText, cueText, contentText]),
        CLAIMS.map(({ source, cue, content }) => [source, cue, content]),
      )
      assert.deepEqual(views[0]?.document, {
        id: documentId({ url: "https://tern-post.example/boats", publisher: null, file: "" }),
        url: "https://tern-post.example/boats",
        title: "Twelve boats missing",
        publisher: "Tern Post",
        published: { value: "2024-03-04", precision: "day" },
      })
    })

    test("a source or a cue that is not there stays away", async () => {
      await add({ claims: [{ source: null, cue: null, content: ["“We counted them,”"] }] })
      const [view] = await ledger.attributions()
      assert.equal(view?.sourceText, null)
      assert.equal(view?.cueText, null)
      assert.deepEqual(await ledger.sources(), [])
    })

    test("a document without a run is held, counted and found, and says that nothing was attributed", async () => {
      await add({ claims: null })
      assert.deepEqual(await ledger.counts(), { documents: 1, attributed: 0, shown: 0, doubtful: 0 })
      const [view] = await ledger.documents()
      assert.equal(view?.attributed, false)
      assert.equal((await ledger.document(view?.document.id ?? ""))?.run, null)
      assert.equal((await ledger.search("boats")).length, 1)
    })

    test("a run that found nothing is told from no run", async () => {
      await add({ claims: [] })
      assert.deepEqual(await ledger.counts(), { documents: 1, attributed: 1, shown: 0, doubtful: 0 })
    })

    test("adding the same again adds one sighting and nothing else", async () => {
      await add({})
      const before = await ledger.document(toEntry().document.id)
      const again = await ledger.add(toEntry({ at: "2024-03-07T08:00:00.000Z" }))
      assert.deepEqual(again, { document: false, reading: false, text: false, run: false })
      const after = await ledger.document(toEntry().document.id)
      const { sightings, lastSeen, seen, ...rest } = after!
      const { sightings: _s, lastSeen: _l, seen: _n, ...restBefore } = before!
      assert.deepEqual(rest, restBefore)
      assert.equal(sightings, 2)
      assert.equal(lastSeen, "2024-03-07T08:00:00.000Z")
      assert.deepEqual(
        seen.map(({ at }) => at),
        ["2024-03-05T08:00:00.000Z", "2024-03-07T08:00:00.000Z"],
      )
      assert.deepEqual(await ledger.counts(), { documents: 1, attributed: 1, shown: 2, doubtful: 1 })
    })

    test("the same at the same moment is still a second sighting", async () => {
      await add({}, {})
      assert.equal((await ledger.documents())[0]?.sightings, 2)
    })

    test("a newer reader's reading stands beside the old one and is the current one", async () => {
      await add({ reader: 2, title: "Boats missing at sea", page: "one page" })
      const added = await ledger.add(
        toEntry({ reader: 1, title: "old", page: "one page", at: "2024-03-09T08:00:00.000Z" }),
      )
      assert.deepEqual(added, { document: false, reading: true, text: false, run: false })
      const record = await ledger.document(toEntry().document.id)
      assert.equal(record?.reading.reader, 2)
      assert.deepEqual(
        record?.readings.map(({ reader, title }) => [reader, title]),
        [
          [2, "Boats missing at sea"],
          [1, "old"],
        ],
      )
      assert.deepEqual((await ledger.search("sea")).length, 1)
      assert.deepEqual(await ledger.search("old"), [])
      assert.deepEqual(await ledger.verify(), [])
    })

    test("a newer model's run stands beside the old one; only the newer one's attributions are shown", async () => {
      await add({ model: 2, claims: CLAIMS.slice(0, 1) })
      const added = await ledger.add(toEntry({ model: 1 }))
      assert.deepEqual(added, { document: false, reading: false, text: false, run: true })
      assert.equal((await ledger.attributions()).length, 1)
      const old = toEntry({ model: 1 }).run!.attributions[2]!.id
      assert.deepEqual(await ledger.attribution(old), [])
      assert.deepEqual(
        (await ledger.search("quay")).map(({ attribution }) => attribution),
        [null],
      )
      assert.deepEqual(
        (await ledger.sources()).map(({ source }) => source),
        ["The harbour office"],
      )

      await add({ model: 3 })
      assert.equal((await ledger.attributions()).length, 3)
      assert.equal((await ledger.attribution(old)).length, 1)
      assert.equal((await ledger.document(toEntry().document.id))?.run?.model.version, 3)
      assert.deepEqual(await ledger.verify(), [])
    })

    test("of two runs of one model the one with the newer data counts", async () => {
      await add({ data: 4, claims: CLAIMS.slice(0, 2) }, { data: 3 })
      assert.equal((await ledger.document(toEntry().document.id))?.run?.data, 4)
      assert.deepEqual(await ledger.counts(), { documents: 1, attributed: 1, shown: 1, doubtful: 1 })
    })

    test("a run read with another table of parties stays one, with the sides of the newer table; without a table they stay", async () => {
      const sided = (parties: string, side: string): Entry => {
        const figures = FINDINGS.figures.map((figure) => ({ ...figure, side }))
        return toEntry({ findings: { ...FINDINGS, figures, parties: parties.repeat(64) } })
      }
      const plain = toEntry({ findings: FINDINGS })
      const told = async () => (await ledger.document(plain.document.id))!.run!
      const held = async () =>
        (await ledger.held(plain.snapshot.sha256, plain.sighting.url)).flatMap(({ runs }) => runs)
      for (const entry of [plain, sided("a", "Reds"), sided("b", "Blues"), sided("a", "Reds")]) {
        await ledger.add(entry)
        assert.deepEqual(await told(), entry.run)
        assert.deepEqual(await held(), [entry.run!.id])
      }
      await ledger.add(plain)
      assert.deepEqual(await told(), sided("a", "Reds").run)
      const other = memoryLedger()
      await other.add(sided("b", "Blues"))
      const { clashes, runs } = await ledger.merge((await other.holdings())[0]!)
      assert.deepEqual([clashes.map(({ kind, fields }) => [kind, fields]), runs], [[["run", ["findings", "id"]]], 0])
      assert.deepEqual(await told(), sided("a", "Reds").run)
      assert.deepEqual(await ledger.verify(), [])
    })

    test("a changed page is a new reading of the same document, and the one last seen is current", async () => {
      const changed = { title: "Five boats missing", text: "The harbour office said five boats were missing." }
      const claims = [{ source: "The harbour office", cue: "said", content: ["five boats were missing"] }]
      await add({}, { ...changed, claims, at: "2024-03-06T08:00:00.000Z" })
      assert.deepEqual(await contents({}), ["Tern Post: five boats were missing"])
      await add({ at: "2024-03-08T08:00:00.000Z" })
      assert.equal((await contents({})).length, 3)
      const record = await ledger.document(toEntry().document.id)
      assert.equal(record?.readings.length, 2)
      assert.equal(record?.sightings, 3)
      assert.deepEqual(await ledger.search("five"), [])
      assert.deepEqual(await ledger.verify(), [])
    })

    test("of two pages seen at one moment the one with the greater hash is current", async () => {
      await add({ page: "one" }, { page: "two" })
      const greater = [sha256("one"), sha256("two")].sort()[1]
      assert.equal((await ledger.documents())[0]?.reading.snapshot, greater)
    })

    test("one text at two publishers is two documents, one text and one run", async () => {
      await add({ ...GULL, published: "2024-03-05" })
      const added = await ledger.add(toEntry({ ...PIER, published: "2024-03-06" }))
      assert.deepEqual(added, { document: true, reading: true, text: false, run: false })
      const rows = await ledger.attribution(toEntry().run!.attributions[0]!.id)
      assert.deepEqual(
        rows.map((row) => row.document.publisher),
        ["Pier News", "The Gull"],
      )
      assert.deepEqual(await ledger.counts(), { documents: 2, attributed: 2, shown: 4, doubtful: 2 })
      assert.deepEqual((await ledger.sources())[0], {
        source: "Mara Quill",
        attributions: 2,
        shown: 0,
        documents: 2,
        publishers: ["Pier News", "The Gull"],
      })
    })

    describe("one text printed on two days", () => {
      const dated = { anchored: true, findings: FINDINGS }
      const monday = { ...GULL, ...dated, published: "2024-03-04" }
      const sunday = { ...PIER, ...dated, published: "2024-03-10", claims: CLAIMS.slice(0, 2), findings: NO_FINDINGS }
      const runsOf = async (...sketches: Sketch[]) =>
        Promise.all(sketches.map(async (one) => (await ledger.document(toEntry(one).document.id))?.run ?? null))
      const idsOf = async (...sketches: Sketch[]) => (await runsOf(...sketches)).map((run) => run?.id)

      for (const [order, sketches] of Object.entries({
        "as printed": [monday, sunday],
        "the later day first": [sunday, monday],
      })) {
        test(`has two runs, each document the one of its day, added ${order}`, async () => {
          await add(...sketches)
          assert.deepEqual(await runsOf(monday, sunday), [toEntry(monday).run, toEntry(sunday).run])
          assert.deepEqual(await ledger.counts(), { documents: 2, attributed: 2, shown: 3, doubtful: 2 })
          assert.deepEqual(await contents({ words: "quay" }), ["The Gull: only four boats had left the quay"])
          assert.equal((await ledger.search("missing")).filter(({ attribution }) => attribution).length, 2)
          assert.deepEqual(await ledger.verify(), [])
        })
      }

      test("a newer model's run of one day leaves the other day's as it is", async () => {
        const newer = { ...monday, model: 2 }
        await add(monday, sunday, newer)
        assert.deepEqual(await idsOf(monday, sunday), [toEntry(newer).run!.id, toEntry(sunday).run!.id])
        await add({ ...sunday, data: 3 }, { ...sunday, data: 2 })
        assert.deepEqual(await idsOf(monday, sunday), [toEntry(newer).run!.id, toEntry({ ...sunday, data: 3 }).run!.id])
        assert.deepEqual(await ledger.verify(), [])
      })

      test("a run of no date stands in until there is one of the day, however new it is", async () => {
        const undated = { ...PIER, published: null, model: 9 }
        await add(undated)
        await add({ ...monday, claims: null })
        assert.deepEqual(await idsOf(monday), [toEntry(undated).run!.id])
        await add(monday)
        assert.deepEqual(await idsOf(monday, undated), [toEntry(monday).run!.id, toEntry(undated).run!.id])
        assert.deepEqual(await ledger.verify(), [])
      })

      test("a run of another day never stands in", async () => {
        await add(monday, { ...sunday, claims: null })
        assert.deepEqual(await idsOf(sunday), [undefined])
        assert.deepEqual(await ledger.counts(), { documents: 2, attributed: 1, shown: 2, doubtful: 1 })
        assert.deepEqual(
          (await ledger.sources()).map(({ documents }) => documents),
          [1, 1, 1],
        )
      })

      test("a new reading that finds another date takes the run of that date", async () => {
        await add({ ...monday, page: "p" })
        await add({
          ...monday,
          page: "p",
          reader: 2,
          published: "2024-03-10",
          claims: CLAIMS.slice(0, 2),
          findings: NO_FINDINGS,
        })
        assert.deepEqual(await idsOf(monday), [toEntry(sunday).run!.id])
        assert.deepEqual(await ledger.counts(), { documents: 1, attributed: 1, shown: 1, doubtful: 1 })
        assert.deepEqual(await ledger.verify(), [])
      })
    })

    test("an attribution comes with the one who speaks and the one spoken for, as its own run has them", async () => {
      const entry = toEntry({ findings: FINDINGS })
      const [first, ...rest] = entry.run!.attributions
      const { id, name, kind, roles } = FINDINGS.entities[0]!
      const resolved = { ...first!, speaker: id, onBehalfOf: id }
      await ledger.add({ ...entry, run: { ...entry.run!, attributions: [resolved, ...rest] } })
      const office = { name, kind, roles }
      assert.deepEqual(
        (await ledger.attributions()).map(({ speaker, onBehalfOf }) => [speaker, onBehalfOf]),
        [
          [office, office],
          [null, null],
          [null, null],
        ],
      )
      assert.deepEqual((await ledger.attribution(first!.id))[0]?.speaker, office)
    })

    test("gives back what a run found beside its attributions", async () => {
      const entry = toEntry({ findings: FINDINGS })
      await ledger.add(entry)
      assert.deepEqual((await ledger.document(entry.document.id))?.run?.findings, FINDINGS)
    })

    test("a page that is no article has no attributions, even where its text has a run", async () => {
      await add({}, { ...GULL, article: false })
      assert.deepEqual(await ledger.counts(), { documents: 2, attributed: 1, shown: 2, doubtful: 1 })
      assert.equal((await ledger.attributions()).length, 3)
    })

    test("documents come last seen first, then by id, a page at a time", async () => {
      await add({ ...GULL, at: "2024-03-05T10:00:00Z" }, { ...PIER, at: "2024-03-05T10:00:00.500Z" }, {})
      const publishers = async (page: { limit?: number; offset?: number }) =>
        (await ledger.documents(page)).map(({ document }) => document.publisher)
      assert.deepEqual(await publishers({}), ["Pier News", "The Gull", "Tern Post"])
      assert.deepEqual(await publishers({ limit: 1, offset: 1 }), ["The Gull"])
      assert.deepEqual(await publishers({ limit: 0 }), [])
      assert.deepEqual(await publishers({ offset: 3 }), [])
    })

    test("attributions come by publication date, undated last, then in the order of the text", async () => {
      const one = CLAIMS.slice(0, 1)
      await add(
        { url: "https://a.example/", publisher: "No date", published: null, claims: one },
        { url: "https://b.example/", publisher: "Year", published: "2024", claims: one },
        { url: "https://c.example/", publisher: "Evening", published: "2024-03-04T23:30+02:00", claims: one },
        { url: "https://d.example/", publisher: "Night", published: "2024-03-04T22:00Z", claims: one },
      )
      assert.deepEqual(
        (await ledger.attributions()).map(({ document }) => document.publisher),
        ["Night", "Evening", "Year", "No date"],
      )
      assert.equal((await ledger.attributions({ limit: 2, offset: 3 })).length, 1)
    })

    test("a run gives its attributions back in its own order", async () => {
      await add({ claims: [...CLAIMS].reverse() })
      assert.deepEqual(
        (await ledger.document(toEntry().document.id))?.run?.attributions,
        [...toEntry().run!.attributions].reverse(),
      )
      assert.deepEqual(
        (await ledger.attributions()).map(({ cueText }) => cueText),
        ["said", "told", "According to"],
      )
    })

    test("attributions are asked for by source, act, document, words and being shown", async () => {
      await add(GULL, { ...PIER, text: `${TEXT} `, claims: CLAIMS.slice(0, 1) })
      assert.deepEqual(
        await contents({ source: "HARBOUR" }),
        ["Pier News: twelve boats were missing", "The Gull: twelve boats were missing"].sort(byDocument(GULL, PIER)),
      )
      assert.deepEqual(await contents({ act: "deny" }), ["The Gull: only four boats had left the quay"])
      assert.deepEqual(await contents({ document: toEntry(PIER).document.id }), [
        "Pier News: twelve boats were missing",
      ])
      assert.deepEqual(await contents({ words: "BOATS quay" }), ["The Gull: only four boats had left the quay"])
      assert.deepEqual(await contents({ words: "counted twice" }), [
        "The Gull: “We counted them,” “and we counted twice.”",
      ])
      assert.deepEqual(await contents({ words: "twice", shownOnly: true }), [])
      assert.deepEqual(await contents({ words: "boats", source: "union", act: "deny", shownOnly: true }), [
        "The Gull: only four boats had left the quay",
      ])
      assert.deepEqual(await contents({ words: "boats", document: toEntry(PIER).document.id, source: "union" }), [])
    })

    test("a query without a word finds nothing", async () => {
      await add({})
      for (const words of ["", "  ", "—", '"', "()"]) {
        assert.deepEqual(await ledger.search(words), [])
        assert.deepEqual(await ledger.attributions({ words }), [])
      }
    })

    test("nothing in a query is an operator", async () => {
      await add({})
      const queries = [
        "boats OR zebra",
        "boats NOT quay",
        'zebra" OR "boats',
        "boat*",
        "^twelve zebra",
        "text:boats",
        "NEAR(boats quay)",
        "title : boats",
        "{title}: boats",
        "-boats zebra",
        "'; DROP TABLE texts",
      ]
      for (const words of queries) assert.deepEqual(await ledger.search(words), [], words)
      assert.equal((await ledger.search("boats + (missing)")).length, 2)
      assert.equal((await ledger.search("boats AND")).length, 1)
    })

    test("a query of a thousand words is answered", async () => {
      await add({})
      const words = Array.from({ length: 1000 }, (_, index) => `w${index}`).join(" ")
      assert.deepEqual(await ledger.search(words), [])
      assert.equal((await ledger.search("boats ".repeat(1000))).length, 3)
    })

    test("words are found whatever their case and marks", async () => {
      await add({ text: "Zoë Ångström said the Café was closed.", title: "ÉLAN", claims: [] })
      for (const words of ["zoe", "ANGSTROM", "café", "cafe", "élan", "ELAN closed"]) {
        assert.equal((await ledger.search(words)).length, 1, words)
      }
    })

    test("search tells a text from the content of an attribution and shows the place", async () => {
      await add({})
      const found = await ledger.search("quay")
      const { document } = (await ledger.attributions())[0]!
      assert.deepEqual(
        found.toSorted((a, b) => Number(a.attribution !== null) - Number(b.attribution !== null)),
        [
          {
            document,
            attribution: null,
            excerpt: "…According to the Fishers’ Union, only four boats had left the quay.",
          },
          { document, attribution: toEntry().run!.attributions[2]!.id, excerpt: "only four boats had left the quay" },
        ],
      )
    })

    test("search puts the text first that says the word most often for its length", async () => {
      const filler = "The wind turned north and the ferry waited. ".repeat(5)
      await add(
        { ...GULL, text: `${filler}A lantern was found.`, claims: [] },
        { ...PIER, text: "Lantern after lantern went out.", claims: [] },
        ...["one", "two", "three"].map((file) => ({
          url: `https://x.example/${file}`,
          text: `${filler}${file}`,
          claims: [],
        })),
      )
      const publishers = (await ledger.search("lantern")).map(({ document }) => document.publisher)
      assert.deepEqual(publishers, ["Pier News", "The Gull"])
      assert.deepEqual(
        (await ledger.search("lantern", { limit: 1, offset: 1 })).map((f) => f.document.publisher),
        ["The Gull"],
      )
    })

    test("sources are one whatever their case and white space, named by the form printed most", async () => {
      const said = (source: string) => ({
        text: `${source} said yes.`,
        claims: [{ source, cue: "said", content: ["yes"] }],
      })
      await add(
        { ...said("THE MAYOR"), url: "https://a.example/", publisher: "A" },
        { ...said("The  mayor"), url: "https://b.example/", publisher: "B" },
        { ...said("The mayor"), url: "https://c.example/", publisher: "B" },
        { ...said("Ada Finch"), url: "https://d.example/", publisher: null, file: "d" },
      )
      assert.deepEqual(await ledger.sources(), [
        { source: "The mayor", attributions: 3, shown: 3, documents: 3, publishers: ["A", "B"] },
        { source: "Ada Finch", attributions: 1, shown: 1, documents: 1, publishers: [] },
      ])
      assert.deepEqual(
        (await ledger.sources({ limit: 1, offset: 1 })).map(({ source }) => source),
        ["Ada Finch"],
      )
    })

    test("judgements are numbered and chained, and come back as they went in", async () => {
      const first = await ledger.judge(toJudgement())
      const second = await ledger.judge(
        toJudgement({ verdict: "different", right: null, score: null, reason: "two people" }),
      )
      assert.deepEqual(await ledger.judgements(), [first, second])
      assert.deepEqual(
        [first.number, first.previous, second.number, second.previous],
        [1, "0".repeat(64), 2, first.hash],
      )
      const fields = [first.previous, 1, "a-1", "a-2", "same", 0.5, "user:ines", null, "2024-03-06T09:00:00.000Z"]
      assert.equal(first.hash, sha256(JSON.stringify(fields)))
      assert.deepEqual(await ledger.verify(), [])
    })

    test("a judgement without a verdict or with a score that is no number is refused", async () => {
      for (const bad of [{ score: Number.NaN }, { verdict: "" }, { left: "" }, { by: "" }]) {
        await assert.rejects(ledger.judge(toJudgement(bad)), rejectsWith("ledger/bad-judgement"))
      }
      assert.deepEqual(await ledger.judgements(), [])
    })

    test("an entry whose parts do not belong together is refused whole", async () => {
      const entry = toEntry()
      const run = entry.run!
      const [first, ...rest] = run.attributions
      const withFirst = (parts: object) => ({
        ...entry,
        run: { ...run, attributions: [{ ...first!, ...parts }, ...rest] },
      })
      const bad = [
        { ...entry, snapshot: { ...entry.snapshot, bytes: new Uint8Array([1]) } },
        { ...entry, text: { ...entry.text, value: "another" } },
        { ...entry, document: { ...entry.document, id: "d-other" } },
        { ...entry, document: { ...entry.document, url: "https://other.example/" } },
        { ...entry, reading: { ...entry.reading, reader: 9 } },
        { ...entry, sighting: { ...entry.sighting, at: "yesterday" } },
        { ...entry, run: { ...run, data: 9 } },
        { ...entry, run: { ...run, attributions: [first!, first!] } },
        withFirst({ id: "a-other" }),
        withFirst({ source: { start: 5, end: 5 } }),
        withFirst({ source: { start: 0, end: TEXT.length + 1 } }),
        withFirst({ source: { start: 0.5, end: 2 } }),
        withFirst({ within: "a-none" }),
        withFirst({ confidence: 2 }),
        withFirst({ speaker: "e-none" }),
        { ...entry, run: { ...run, findings: { ...FINDINGS, times: [{ ...FINDINGS.times[0]!, end: 9999 }] } } },
      ]
      for (const [index, each] of bad.entries()) {
        await assert.rejects(ledger.add(each), rejectsWith("ledger/bad-entry"), `case ${index}`)
      }
      assert.deepEqual(await ledger.counts(), { documents: 0, attributed: 0, shown: 0, doubtful: 0 })
    })

    test("U+0000 and lone surrogates in a title become U+FFFD, one for one", async () => {
      await add({ title: "a\u0000b\ud800c", page: "p" })
      assert.equal((await ledger.documents())[0]?.reading.title, "a\uFFFDb\uFFFDc")
    })

    test("spans count UTF-16 units, as before the ledger", async () => {
      await add({
        text: "🚢🚢 Mara Quill said: ships 🚢 came.",
        claims: [{ source: "Mara Quill", cue: "said", content: ["ships 🚢 came"] }],
      })
      assert.deepEqual((await ledger.attributions())[0]?.contentText, ["ships 🚢 came"])
    })

    test("changing an answer or an added entry does not reach the ledger", async () => {
      const entry = toEntry()
      await ledger.add(entry)
      entry.snapshot.bytes[0] = 0
      ;((await ledger.documents())[0]!.reading.bylines as string[]).push("Nobody")
      assert.deepEqual((await ledger.documents())[0]?.reading.bylines, ["Ines Calder"])
      assert.deepEqual(await ledger.verify(), [])
    })

    test("tells what it holds of a snapshot as seen at one place: readings, runs of their texts, times", async () => {
      const [early, late] = ["2024-03-05T08:00:00.000Z", "2024-03-06T08:00:00.000Z"]
      const page = { ...GULL, page: "bytes" }
      await add({ ...page, at: late, reader: 2, model: 2 }, { ...page, at: early })
      await add({ ...PIER, page: "bytes" }, { ...GULL, page: "other bytes" })
      const { snapshot } = toEntry(page)
      const held = await ledger.held(snapshot.sha256, GULL.url)
      const expected = [toEntry(page), toEntry({ ...page, reader: 2, model: 2 })]
      const runs = expected.map(({ run }) => run!.id).sort()
      assert.deepEqual(
        held,
        expected
          .map(({ reading }) => ({ reading, runs, seen: [early, late] }))
          .sort((a, b) => (a.reading.id < b.reading.id ? -1 : 1)),
      )
      assert.deepEqual(await ledger.held(snapshot.sha256, "https://gull.example/other"), [])
      assert.deepEqual(await ledger.held("0".repeat(64), GULL.url), [])
    })

    describe("holdings", () => {
      /** Several versions, publishers, days and sightings; one wire text in two papers; one sighting twice. */
      const SKETCHES: readonly Sketch[] = [
        { findings: FINDINGS, page: "p" },
        { page: "p", reader: 2, title: "Boats missing", model: 2, findings: FINDINGS },
        { findings: FINDINGS, page: "p", at: "2024-03-09T08:00:00Z" },
        { findings: FINDINGS, page: "p", at: "2024-03-09T08:00:00Z" },
        { ...GULL, anchored: true, published: "2024-03-04" },
        { ...PIER, anchored: true, published: "2024-03-10", claims: CLAIMS.slice(0, 2) },
        { ...PIER, at: "2024-03-07T08:00:00Z", text: "No boats here.", claims: null },
        { url: null, file: "index.html", publisher: null, article: false, claims: null },
      ]
      const all = async (from: Ledger): Promise<readonly Holding[]> => from.holdings({ limit: 1000 })

      test("are everything, document by document and snapshot by snapshot, a page at a time", async () => {
        assert.deepEqual(await ledger.holdings(), [])
        await add(...SKETCHES)
        const holdings = await all(ledger)
        const keys = holdings.map(({ document, snapshot }) => `${document.id} ${snapshot.sha256}`)
        assert.deepEqual(keys, [...keys].sort())
        const entries = SKETCHES.map(toEntry)
        assert.equal(keys.length, new Set(entries.map(({ document, snapshot }) => document.id + snapshot.sha256)).size)
        const tern = holdings.find(({ document }) => document.id === entries[0]!.document.id)!
        assert.deepEqual(tern.snapshot, entries[0]!.snapshot)
        assert.deepEqual(
          tern.versions.map(({ reading, text }) => [reading, text]),
          [entries[0]!, entries[1]!].map(({ reading, text }) => [reading, text]),
        )
        const runs = entries.flatMap(({ run, text }) => (run && text.id === entries[0]!.text.id ? [run] : []))
        assert.deepEqual(tern.versions[0]!.runs, [...new Map(runs.map((run) => [run.id, run])).values()].sort(byId))
        assert.deepEqual(
          tern.sightings.map(({ at }) => at),
          ["2024-03-05T08:00:00.000Z", "2024-03-05T08:00:00.000Z", "2024-03-09T08:00:00Z", "2024-03-09T08:00:00Z"],
        )

        const paged: Holding[] = []
        for (let after: HoldingKey | undefined; ; ) {
          const [next, ...more] = await ledger.holdings({ ...(after && { after }), limit: 1 })
          assert.deepEqual(more, [])
          if (!next) break
          paged.push(next)
          after = { document: next.document.id, snapshot: next.snapshot.sha256 }
        }
        assert.deepEqual(paged, holdings)
      })

      test("merged into another ledger, once or twice, give the same ledger", async () => {
        await add(...SKETCHES)
        const holdings = await all(ledger)
        const other = await open()
        try {
          const merged = await Promise.all(holdings.map((holding) => other.merge(holding)))
          const sum = (of: "documents" | "readings" | "texts" | "runs" | "sightings") =>
            merged.reduce((total, one) => total + one[of], 0)
          const ids = (of: (entry: Entry) => string | undefined) => new Set(SKETCHES.map(toEntry).map(of)).size
          assert.equal(sum("sightings"), SKETCHES.length)
          assert.equal(sum("documents"), 4)
          assert.equal(sum("texts"), 2)
          assert.equal(
            sum("readings"),
            ids(({ reading }) => reading.id),
          )
          assert.equal(sum("runs"), ids(({ run }) => run?.id ?? "none") - 1)
          for (const answer of ["counts", "documents", "attributions", "sources", "verify"] as const) {
            assert.deepEqual(await other[answer](), await ledger[answer](), answer)
          }
          const nothing = { documents: 0, readings: 0, texts: 0, runs: 0, sightings: 0, clashes: [] }
          for (const holding of holdings) assert.deepEqual(await other.merge(holding), nothing)
          assert.deepEqual(await all(other), holdings)
          for (const { document } of await ledger.documents()) {
            assert.deepEqual(await other.document(document.id), await ledger.document(document.id))
          }
        } finally {
          await other.close()
        }
      })

      test("add to what is held what is not, and a dry run only tells it", async () => {
        await add({ findings: FINDINGS, page: "p" })
        const other = await open()
        try {
          for (const sketch of SKETCHES) await other.add(toEntry(sketch))
          const tern = (await all(other)).find(({ document }) => document.id === toEntry().document.id)!
          const expected = { documents: 0, readings: 1, texts: 0, runs: 3, sightings: 3, clashes: [] }
          const before = await all(ledger)
          assert.deepEqual(await ledger.merge(tern, { dryRun: true }), expected)
          assert.deepEqual(await all(ledger), before)
          assert.deepEqual(await ledger.merge(tern), expected)
          assert.deepEqual(await ledger.holdings(), [tern])
          assert.deepEqual(await ledger.verify(), [])
        } finally {
          await other.close()
        }
      })

      test("that say another thing under an id that is held are told, and nothing of them is added", async () => {
        await add({ page: "p" })
        const before = await all(ledger)
        const other = await open()
        try {
          // Read with another date given by hand, and with another table of parties.
          await other.add(
            toEntry({ page: "p", published: "2023-01-01", at: "2024-04-01T00:00:00Z", findings: FINDINGS }),
          )
          await other.add(toEntry({ page: "p", reader: 7 }))
          const [holding] = await all(other)
          const { reading, run } = toEntry({ page: "p" })
          const clashes = [
            { kind: "reading", id: reading.id, fields: ["modified", "published"] },
            { kind: "run", id: run!.id, fields: ["findings"] },
          ]
          const expected = { documents: 0, readings: 0, texts: 0, runs: 0, sightings: 0, clashes }
          assert.deepEqual(await ledger.merge(holding!, { dryRun: true }), expected)
          assert.deepEqual(await ledger.merge(holding!), expected)
          assert.deepEqual(await all(ledger), before)
        } finally {
          await other.close()
        }
      })

      test("whose parts do not belong together are refused whole", async () => {
        await add({})
        const [holding] = await ledger.holdings()
        const [version] = holding!.versions
        const bad: Holding[] = [
          { ...holding!, sightings: [] },
          { ...holding!, versions: [] },
          { ...holding!, snapshot: { ...holding!.snapshot, bytes: new Uint8Array([7]) } },
          { ...holding!, sightings: [{ ...holding!.sightings[0]!, at: "never" }] },
          { ...holding!, sightings: [{ ...holding!.sightings[0]!, document: "d-other" }] },
          { ...holding!, versions: [{ ...version!, text: { id: version!.text.id, value: "else" } }] },
          { ...holding!, versions: [{ ...version!, runs: [{ ...version!.runs[0]!, data: 8 }] }] },
        ]
        for (const [index, each] of bad.entries()) {
          await assert.rejects(ledger.merge(each), rejectsWith("ledger/bad-entry"), `case ${index}`)
        }
        assert.deepEqual(await ledger.holdings(), [holding])
      })
    })

    test("a judgement that is taken over keeps where it stood, and its hash holds that too", async () => {
      const made = await ledger.judge(toJudgement({ by: "user:tove" }))
      const other = await open()
      try {
        await other.judge(toJudgement())
        const { number, previous, hash } = made
        const origin = { number, previous, hash }
        const { origin: _o, number: _n, previous: _p, hash: _h, ...judgement } = made
        const taken = await other.judge(judgement, origin)
        assert.deepEqual([taken.number, taken.origin], [2, origin])
        assert.notEqual(taken.hash, (await ledger.judge(toJudgement({ by: "user:tove" }))).hash)
        assert.deepEqual((await other.judgements())[1], taken)
        assert.deepEqual(await other.verify(), [])
        assert.deepEqual(await other.judge(judgement, origin), taken)
        assert.deepEqual(await ledger.judge(judgement, origin), made)
        const forged = { ...judgement, verdict: "different" }
        await assert.rejects(other.judge(forged, origin), rejectsWith("ledger/bad-judgement"))
        assert.equal((await other.judgements()).length, 2)
      } finally {
        await other.close()
      }
    })

    test("a closed ledger refuses, and may be closed again", async () => {
      await ledger.close()
      await ledger.close()
      await assert.rejects(ledger.counts(), rejectsWith("ledger/closed"))
      await assert.rejects(ledger.add(toEntry()), rejectsWith("ledger/closed"))
      await assert.rejects(ledger.verify(), rejectsWith("ledger/closed"))
    })
  })
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1)

/** Two publishers of the same day stand in the order of their documents' ids. */
const byDocument =
  (...sketches: { url: string; publisher: string }[]) =>
  (a: string, b: string): number => {
    const idOf = (line: string) => toEntry(sketches.find(({ publisher }) => line.startsWith(publisher))!).document.id
    return idOf(a) < idOf(b) ? -1 : 1
  }
