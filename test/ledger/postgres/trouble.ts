import assert from "node:assert/strict"
import { once } from "node:events"
import { type AddressInfo, createServer } from "node:net"
import { setTimeout } from "node:timers/promises"
import { inspect } from "node:util"
import { describe, test } from "vitest"
import { type OpenOptions, openLedger } from "../../../src/ledger/open.ts"
import { CounterclaimError } from "../../../src/model/error.ts"
import type { Entry, Ledger } from "../../../src/model/ledger.ts"
import { toEntry, toJudgement } from "../entries.ts"
import type { Places } from "./places.ts"
import { PASSWORD } from "./server.ts"

/** Names its place and a way out, with the code, and shows the password nowhere. */
const rejectsWith =
  (...codes: string[]) =>
  (error: unknown) => {
    assert.ok(error instanceof CounterclaimError, String(error))
    assert.ok(codes.includes(error.code), `${error.code}: ${error.message}`)
    assert.match(error.where, /^postgres(ql)?:\/\/…@/)
    assert.ok(error.message.includes(error.where) && error.fix.length > 10)
    const shown = inspect(error, { depth: 9 })
    for (const secret of [PASSWORD, encodeURIComponent(PASSWORD), "wr0ng"]) assert.ok(!shown.includes(secret), shown)
    return true
  }

async function withLedger<Result>(
  address: string,
  work: (ledger: Ledger) => Promise<Result>,
  options: OpenOptions = {},
): Promise<Result> {
  const ledger = await openLedger(address, options)
  try {
    return await work(ledger)
  } finally {
    await ledger.close()
  }
}

const entryOf = (name: string): Entry => toEntry({ url: `https://tern.example/${name}`, title: name })

/** Long enough for a server to be ended in the middle of its add. */
function longEntry(name: string): Entry {
  const clerks = Array.from({ length: 200 }, (_, index) => `Clerk ${name}${index}x`)
  return toEntry({
    url: `https://long.example/${name}`,
    title: name,
    text: clerks.map((clerk) => `${clerk} said that ${clerk} counted the boats.`).join("\n"),
    claims: clerks.map((clerk) => ({ source: clerk, cue: "said", content: [`that ${clerk} counted`] })),
  })
}

/** What may go wrong on the way to a server, on it, and between two who write to it. */
export function troubleTests(places: () => Places): void {
  describe("an address", () => {
    test("that is none is refused", async () => {
      for (const address of ["postgres://a:wr0ng@x:y:z/", "postgresql:/a:wr0ng@host/d", "postgres://a:wr0ng@[::/d"]) {
        await assert.rejects(openLedger(address), (error) => {
          assert.ok(error instanceof CounterclaimError && error.code === "ledger/bad-address")
          assert.ok(!inspect(error).includes("wr0ng"))
          return true
        })
      }
    })

    test("at which no server listens is told at once", async () => {
      const probe = createServer().listen(0, "127.0.0.1")
      await once(probe, "listening")
      const { port } = probe.address() as AddressInfo
      probe.close()
      await once(probe, "close")
      const start = Date.now()
      await assert.rejects(openLedger(`postgres://ines:wr0ng@127.0.0.1:${port}/x`), rejectsWith("ledger/unreachable"))
      assert.ok(Date.now() - start < 10_000)
    })

    test("with a wrong password, an unknown user or no password is refused", async () => {
      const { url } = places().server
      for (const place of [{ password: "wr0ng" }, { user: "nobody_here" }, { password: "" }]) {
        await assert.rejects(openLedger(url(place)), rejectsWith("ledger/login"))
      }
    })

    test("of an unknown database, or of a schema that is not there, names what is missing", async () => {
      const { url } = places().server
      await assert.rejects(openLedger(url({ database: "nothing" })), rejectsWith("ledger/missing"))
      await assert.rejects(openLedger(url({ schema: "nothing" })), rejectsWith("ledger/missing"))
    })
  })

  describe("a schema", () => {
    test("without a ledger is not read, and nothing is made in it", async () => {
      const address = await places().fresh()
      await assert.rejects(openLedger(address, { readOnly: true }), rejectsWith("ledger/missing"))
      await assert.rejects(openLedger(address, { readOnly: true }), rejectsWith("ledger/missing"))
    })

    test("with other tables is refused and left as it is", async () => {
      const { server } = places()
      await server.query("CREATE SCHEMA songs; CREATE TABLE songs.songs (title TEXT)")
      for (const readOnly of [false, true]) {
        await assert.rejects(
          openLedger(server.url({ schema: "songs" }), { readOnly }),
          rejectsWith("ledger/not-a-ledger"),
        )
      }
      const tables = await server.query("SELECT tablename FROM pg_tables WHERE schemaname = 'songs'")
      assert.deepEqual(tables, [{ tablename: "songs" }])
    })

    test("of a newer version is refused", async () => {
      const address = await places().emptied()
      await places().server.query("UPDATE shared.counterclaim_ledger SET version = version + 98")
      for (const readOnly of [false, true]) {
        await assert.rejects(openLedger(address, { readOnly }), rejectsWith("ledger/newer"))
      }
      await places().server.query("UPDATE shared.counterclaim_ledger SET version = version - 98")
    })

    test("of an older version is not brought up to date by reading", async () => {
      const address = await places().emptied()
      await places().server.query("UPDATE shared.counterclaim_ledger SET version = version - 1")
      await assert.rejects(openLedger(address, { readOnly: true }), rejectsWith("ledger/older", "ledger/missing"))
      await places().server.query("UPDATE shared.counterclaim_ledger SET version = version + 1")
    })

    test("in a database that cannot hold every text is refused", async () => {
      const { server } = places()
      await server.query("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' LOCALE_PROVIDER libc TEMPLATE template0")
      await assert.rejects(openLedger(server.url({ database: "latin" })), rejectsWith("ledger/encoding"))
      await server.query("DROP DATABASE latin WITH (FORCE)")
    })

    test("is made a ledger by two who open it at once", async () => {
      const address = await places().fresh()
      const ledgers = await Promise.all([openLedger(address), openLedger(address)])
      await Promise.all(ledgers.map((ledger, index) => ledger.add(entryOf(`${index}`))))
      assert.deepEqual(await Promise.all(ledgers.map(async (each) => (await each.counts()).documents)), [2, 2])
      for (const ledger of ledgers) await ledger.close()
    })
  })

  describe("a user", () => {
    test("who may only read answers, and takes nothing", async () => {
      const { server } = places()
      const address = await places().emptied()
      await withLedger(address, (ledger) => ledger.add(toEntry()))
      await server.query(`CREATE ROLE reader LOGIN PASSWORD '${PASSWORD}'; GRANT USAGE ON SCHEMA shared TO reader;
        GRANT SELECT ON ALL TABLES IN SCHEMA shared TO reader`)
      const reader = server.url({ schema: "shared", user: "reader" })
      await assert.rejects(openLedger(reader), rejectsWith("ledger/read-only"))
      await withLedger(
        reader,
        async (ledger) => {
          assert.equal((await ledger.counts()).documents, 1)
          assert.deepEqual(await ledger.verify(), [])
          await assert.rejects(ledger.add(entryOf("b")), rejectsWith("ledger/read-only"))
          await assert.rejects(ledger.judge(toJudgement()), rejectsWith("ledger/read-only"))
        },
        { readOnly: true },
      )
    })

    test("with the rights to add that the manual names adds", async () => {
      const { server } = places()
      await places().emptied()
      await server.query(`CREATE ROLE adder LOGIN PASSWORD '${PASSWORD}'; GRANT USAGE ON SCHEMA shared TO adder;
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA shared TO adder`)
      await withLedger(server.url({ schema: "shared", user: "adder" }), async (ledger) => {
        await ledger.add(toEntry({ model: 1 }))
        await ledger.add(toEntry({ model: 2, title: "Boats", reader: 2 }))
        await ledger.judge(toJudgement())
        assert.deepEqual(await ledger.verify(), [])
      })
    })

    test("who may not even read is told so", async () => {
      const { server } = places()
      await places().emptied()
      await server.query(`CREATE ROLE stranger LOGIN PASSWORD '${PASSWORD}'; GRANT USAGE ON SCHEMA shared TO stranger`)
      const stranger = server.url({ schema: "shared", user: "stranger" })
      await assert.rejects(openLedger(stranger, { readOnly: true }), rejectsWith("ledger/unreadable"))
    })
  })

  describe("writers", () => {
    test("two at once lose nothing and count nothing twice", async () => {
      const address = await places().emptied()
      const ledgers = await Promise.all([openLedger(address), openLedger(address)])
      // One document in three is the other's too, in the other order: then both add a sighting to the same one.
      const own = [0, 1].map((writer) =>
        Array.from({ length: 12 }, (_, index) => entryOf(index % 3 === 0 ? `shared${index}` : `own${writer}-${index}`)),
      )
      const orders = [own[0]!, own[1]!.toReversed()]
      const judged = ledgers.map((ledger) => ledger.judge(toJudgement()))
      await Promise.all(ledgers.flatMap((ledger, writer) => orders[writer]!.map((entry) => ledger.add(entry))))
      await Promise.all(judged)
      const [ledger] = ledgers
      const documents = await ledger!.documents({ limit: 100 })
      assert.equal(documents.length, 20)
      assert.equal(
        documents.reduce((sum, { sightings }) => sum + sightings, 0),
        24,
      )
      assert.deepEqual(await ledger!.counts(), { documents: 20, attributed: 20, shown: 40, doubtful: 20 })
      assert.deepEqual(
        (await ledger!.judgements()).map(({ number }) => number),
        [1, 2],
      )
      assert.deepEqual(await ledger!.verify(), [])
      for (const each of ledgers) await each.close()
    })

    test("one that waits for another too long is told, and its entry is taken afterwards", async () => {
      const { server } = places()
      const address = await places().emptied()
      await withLedger(
        address,
        async (ledger) => {
          const lock = "1128492141, hashtext('shared')"
          await server.query(`SELECT pg_advisory_lock(${lock})`)
          await assert.rejects(ledger.add(toEntry()), rejectsWith("ledger/busy"))
          assert.equal((await ledger.counts()).documents, 0)
          await server.query(`SELECT pg_advisory_unlock(${lock})`)
          await ledger.add(toEntry())
          assert.equal((await ledger.counts()).documents, 1)
        },
        { patience: 300 },
      )
    })

    test("an add that fails half way leaves nothing of its entry", async () => {
      const { server } = places()
      const address = await places().emptied()
      await server.query("ALTER TABLE shared.attributions ADD CONSTRAINT stop CHECK (position < 2)")
      await withLedger(address, async (ledger) => {
        await assert.rejects(ledger.add(toEntry()), /"stop"/)
        assert.equal((await ledger.documents()).length, 0)
        assert.equal(await ledger.snapshot(toEntry().snapshot.sha256), null)
        await server.query("ALTER TABLE shared.attributions DROP CONSTRAINT stop")
        await ledger.add(toEntry())
        assert.deepEqual(await ledger.verify(), [])
      })
    })
  })

  describe("a server", () => {
    test("that drops all connections between two questions is asked again", async () => {
      const address = await places().emptied()
      await withLedger(address, async (ledger) => {
        await ledger.add(toEntry())
        for (const ask of [() => ledger.counts(), () => ledger.add(entryOf("after"))]) {
          await Promise.all([ledger.counts(), ledger.sources(), ledger.documents()])
          await places().server.query(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'counterclaim'",
          )
          await ask()
        }
        assert.equal((await ledger.counts()).documents, 2)
      })
    })

    test("killed in the middle of adds keeps every acknowledged entry, and of the others all or nothing", async () => {
      const { server } = places()
      const address = await places().emptied()
      const [acknowledged, refused]: [Entry[], Entry[]] = [[], []]
      let whole = 500
      for (let kill = 0; kill < 4; kill++) {
        await withLedger(
          address,
          async (ledger) => {
            const start = Date.now()
            const first = longEntry(`a${kill}`)
            await ledger.add(first)
            acknowledged.push(first)
            whole = Date.now() - start
            const entry = longEntry(`b${kill}`)
            const adding = ledger.add(entry).then(
              () => acknowledged.push(entry),
              (error) => {
                rejectsWith("ledger/unreachable", "ledger/unsure")(error)
                refused.push(entry)
              },
            )
            await setTimeout((whole * (kill + 0.5)) / 4)
            await server.kill()
            await adding
            await assert.rejects(untilRefused(ledger), rejectsWith("ledger/unreachable"))
            await server.start()
            // The same ledger goes on: nothing has to be opened anew.
            assert.ok((await ledger.counts()).documents >= acknowledged.length)
          },
          { patience: 400 },
        )
      }
      await withLedger(address, async (ledger) => {
        assert.ok(refused.length > 0)
        for (const entry of refused) {
          const record = await ledger.document(entry.document.id)
          if (record) assert.deepEqual(record.run, entry.run)
          else await ledger.add(entry)
        }
        for (const entry of [...acknowledged, ...refused]) {
          const record = await ledger.document(entry.document.id)
          assert.deepEqual(record?.run, entry.run)
          assert.deepEqual(record?.seen, [entry.sighting])
        }
        assert.equal((await ledger.counts()).documents, 8)
        assert.deepEqual(await ledger.verify(), [])
      })
    })

    test("killed and started again is waited for, and the entry is added once", async () => {
      const { server } = places()
      const address = await places().emptied()
      await withLedger(
        address,
        async (ledger) => {
          await ledger.add(toEntry())
          const entries = ["x", "y", "z"].map(longEntry)
          const adding = Promise.all(entries.map((entry) => ledger.add(entry)))
          await setTimeout(100)
          await server.kill()
          const counted = ledger.counts()
          await server.start()
          await adding
          await counted
          assert.deepEqual(
            (await ledger.documents()).map(({ sightings }) => sightings),
            [1, 1, 1, 1],
          )
          assert.deepEqual(await ledger.verify(), [])
        },
        { patience: 60_000 },
      )
    })
  })
}

/** Asks until it is refused: a child of the killed server may answer once more before it sees that it is alone. */
async function untilRefused(ledger: Ledger): Promise<never> {
  for (let asked = 0; asked < 100; asked++) {
    await ledger.counts()
    await setTimeout(50)
  }
  throw new Error("the killed server goes on answering")
}
