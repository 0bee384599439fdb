import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "vitest"
import { stage } from "./stage.ts"

const COMMANDS = ["read", "text", "claims", "sources", "search", "serve", "verify"]

test.each(COMMANDS)("the help of %s has an example of it, and every line fits the terminal", async (command) => {
  const { status, out } = await stage({ io: { columns: 80 } }).run(command, "--help")
  assert.equal(status, 0)
  assert.match(out, new RegExp(`^Examples:\\n {2}\\$ counterclaim ${command}`, "m"))
  assert.deepEqual(
    out.split("\n").filter((line) => line.length > 80),
    [],
  )
})

test.each(COMMANDS)("the examples in the help of %s are right usage", async (command) => {
  const { out } = await stage().run(command, "--help")
  const lines = [...out.matchAll(/^ {2}\$ counterclaim (.*)$/gm)].map((found) => found[1]!.split(/ [<>] /)[0]!)
  assert.ok(lines.length > 0)
  for (const line of lines) {
    const argv = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((found) => found[1] ?? found[2]!)
    const { status, err } = await stage({ io: { signal: AbortSignal.abort("SIGINT") } }).run(...argv)
    assert.notEqual(status, 2, `${line}: ${err}`)
  }
})

test("the help of the program names every command", async () => {
  const { status, out } = await stage().run("--help")
  assert.equal(status, 0)
  for (const command of COMMANDS) assert.match(out, new RegExp(`^ {2}${command} `, "m"))
})

test("help COMMAND prints the help of that command, help alone that of the program", async () => {
  const { run } = stage()
  assert.deepEqual(await run("help", "read"), await run("read", "--help"))
  assert.deepEqual(await run("help"), await run("--help"))
})

test("prints the version of the package", async () => {
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"))
  assert.deepEqual(await stage().run("--version"), { status: 0, out: `${version}\n`, err: "" })
})

test.each([
  [[], /Usage: counterclaim/],
  [["raed"], /unknown command 'raed'[\s\S]*read/],
  [["read"], /missing required argument 'input'/],
  [["search"], /missing required argument 'words'/],
  [["claims", "--act", "sing"], /--act[\s\S]*assert/],
  [["claims", "--limit", "0"], /whole number of 1 or more/],
  [["claims", "--limit", "many"], /whole number of 1 or more/],
  [["serve", "--port", "70000"], /0 to 65535/],
  [["read", "--workers", "0", "page.html"], /whole number from 1 to 128/],
  [["read", "--workers", "99999", "page.html"], /whole number from 1 to 128/],
  [["help", "raed"], /unknown command 'raed'/],
  [["text", "a.html", "--json", "--format", "html"], /'--json' cannot be used with option '--format <format>'/],
  [["text", "a.html", "--json", "--explain"], /'--json' cannot be used with option '--explain'/],
  [["text", "a.html", "--explain", "--format", "html"], /'--explain' cannot be used with option '--format <format>'/],
  [["text", "a.html", "--explain", "--removed"], /'--explain' cannot be used with option '--removed'/],
  [["text", "a.html", "--format", "html", "--removed"], /'--removed' cannot be used with option '--format html'/],
  [["verify", "it"], /too many arguments/],
  [["sources", "--colour"], /unknown option '--colour'/],
])("%j is wrong usage: status 2, told on stderr, nothing on stdout", async (argv, message) => {
  const { run, asked } = stage()
  const { status, out, err } = await run(...argv)
  assert.equal(status, 2)
  assert.equal(out, "")
  assert.match(err, message)
  assert.deepEqual(asked, [])
})

test("a ledger that cannot be opened ends with 1 and says how to mend it", async () => {
  const openLedger = () => Promise.reject(new Error("no such thing"))
  const { status, err } = await stage({ parts: { openLedger } }).run("claims")
  assert.deepEqual([status, err], [1, "counterclaim: no such thing; this is a fault of the program\n"])
})
