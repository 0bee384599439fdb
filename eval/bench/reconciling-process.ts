import { measurePart, type PartGiven } from "./reconciling-part.ts"

// Started by `measureReconciling`, once a part: says where it stands, then what it measured.
const send = (message: object): void => void process.send?.(message)
const speed = measurePart(JSON.parse(process.argv[2]!) as PartGiven, (line) => send({ line }))
send({ speed })
process.disconnect()
