import pg from "pg"

export type PoolOptions = Readonly<{ address: string; connections: number; patience: number }>

const INT8 = 20

/** Connections to a server, made when they are needed. */
export function toPool({ address, connections, patience }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: address,
    max: connections,
    connectionTimeoutMillis: Math.max(patience, 1),
    keepAlive: true,
    application_name: "counterclaim",
    Client: ClosingClient,
    // Numbers of rows stay far below 2^53.
    types: { getTypeParser: (oid, format) => (oid === INT8 ? Number : pg.types.getTypeParser(oid, format as "text")) },
  } as pg.PoolConfig)
  // What is lost while nothing is asked leaves the pool by itself, or fails the next question; unheard, it would end the process.
  pool.on("error", () => {})
  pool.on("connect", (client) => void client.on("error", () => {}))
  return pool
}

/** The driver leaves the socket open where the password is missing: the process would stay until the server gives it up. */
class ClosingClient extends pg.Client {
  override connect(): Promise<this>
  override connect(callback: Connected): void
  override connect(callback?: Connected): Promise<this> | undefined {
    if (!callback) return super.connect() as Promise<this>
    super.connect((error: Error | null) => {
      if (error) this.end().catch(() => {})
      callback(error)
    })
    return undefined
  }
}

type Connected = (error: Error | null) => void
