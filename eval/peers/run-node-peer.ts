// One peer from npm in a process of its own: run-node-peer.js NAME FOLDER. Questions on stdin, answers on stdout.
import { readFileSync } from "node:fs"
import { createInterface } from "node:readline"
import { loaderOf, NODE_PEERS } from "./node-peers.ts"
import type { PeerQuestion } from "./peer-answer.ts"

const [name = "", folder = ""] = process.argv.slice(2)
const say = (line: object): unknown => process.stdout.write(`${JSON.stringify(line)}\n`)
// What a peer prints would stand between the answers.
for (const level of ["log", "info", "debug", "warn", "error"] as const) console[level] = () => {}

const peer = await NODE_PEERS[name]!(loaderOf(folder)).catch((error: Error) => {
  say({ missing: error.message.split("\n")[0] })
  process.exit(0)
})
say({ version: peer.version })

for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line) as PeerQuestion
  const bytes = readFileSync(question.path)
  const start = performance.now()
  const before = process.cpuUsage()
  const costs = () => {
    const { user, system } = process.cpuUsage(before)
    const memory = process.resourceUsage().maxRSS * 1024
    return {
      page: question.page,
      seconds: (performance.now() - start) / 1000,
      processor: (user + system) / 1e6,
      memory,
    }
  }
  try {
    const answer = await peer.read(bytes, question)
    const spent = costs()
    say({ ...spent, reading: answer() })
  } catch (error) {
    say({ ...costs(), error: String(error).slice(0, 200) })
  }
}
