import { type Profiler, Session } from "node:inspector/promises"

/** Folders of the program that are steps of reading, in their order. */
const STEPS = ["clean", "encode", "analyse", "attribute", "identify", "date", "locate", "quantify", "substantiate"]

/** So often the running function is looked at, in microseconds. */
const INTERVAL = 500

/** Share of the time, 0 to 1, that each step took, and `other` for what is none's (collecting garbage, hashing). */
export type Shares = Readonly<Record<string, number>>

/** Do some work and tell by samples which step was at it. */
export async function measureShares(work: () => Promise<unknown>): Promise<Shares> {
  const session = new Session()
  session.connect()
  try {
    await session.post("Profiler.enable")
    await session.post("Profiler.setSamplingInterval", { interval: INTERVAL })
    await session.post("Profiler.start")
    await work()
    const { profile } = await session.post("Profiler.stop")
    return sharesOf(profile)
  } finally {
    session.disconnect()
  }
}

function sharesOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Shares {
  const steps = stepsOf(nodes)
  const sums = new Map<string, number>([...STEPS, "other"].map((step) => [step, 0]))
  let total = 0
  for (const [index, id] of samples.entries()) {
    const step = steps.get(id)
    if (step === undefined) continue
    sums.set(step, sums.get(step)! + timeDeltas[index]!)
    total += timeDeltas[index]!
  }
  return Object.fromEntries(Array.from(sums, ([step, sum]) => [step, total > 0 ? sum / total : 0]))
}

/** The step that each place in the tree of calls belongs to: the outermost of its callers that is of a step. None where nothing ran. */
function stepsOf(nodes: readonly Profiler.ProfileNode[]): ReadonlyMap<number, string> {
  const steps = new Map<number, string>()
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const visit = (node: Profiler.ProfileNode, above: string): void => {
    const { functionName, url } = node.callFrame
    const step = above === "other" ? stepOf(url) : above
    if (functionName !== "(idle)") steps.set(node.id, step)
    for (const child of node.children ?? []) visit(byId.get(child)!, step)
  }
  if (nodes[0]) visit(nodes[0], "other")
  return steps
}

/** The model is run from a callback of its own, which nothing of ours calls. */
function stepOf(url: string): string {
  if (url.includes("/onnxruntime-")) return "encode"
  const folder = /\/(?:dist|src)\/(\w+)\//.exec(url)?.[1] ?? ""
  return STEPS.includes(folder) ? folder : "other"
}
