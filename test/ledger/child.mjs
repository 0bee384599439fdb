// @ts-nocheck: it talks to its parent over a pipe, in messages that the parent checks
// One process that writes to a ledger and says what became of it.
// Arguments: the built module, the ledger's path, options as JSON, a user id or nothing.
const [, , module, path, options, uid] = process.argv
const { openLedger } = await import(module)
if (uid) {
  process.setgroups([])
  process.setgid(Number(uid))
  process.setuid(Number(uid))
}

const told = ({ code, message }) => ({ error: { code, message } })

let ledger = null
process.on("message", async ({ entry, close, counts }) => {
  try {
    if (close) process.send({ closed: await ledger.close() }, () => process.exit(0))
    else if (counts) process.send({ counts: await ledger.counts() })
    // Told before it begins, so that it can be killed in the middle.
    else process.send({ adding: entry.document.id }, async () => process.send(await added(entry)))
  } catch (error) {
    process.send(told(error))
  }
})

const added = (entry) => ledger.add(entry).then(() => ({ added: entry.document.id }), told)

try {
  ledger = await openLedger(path, JSON.parse(options))
  process.send({ opened: true })
} catch (error) {
  process.send(told(error), () => process.exit(0))
}
