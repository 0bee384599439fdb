import type * as Runtime from "onnxruntime-node"
import { CounterclaimError } from "../model/error.ts"

export type Session = Readonly<{ runtime: typeof Runtime; session: Runtime.InferenceSession }>

/** One thread: results then never hang on how work was split, and a server's other threads stay free. */
const OPTIONS = { intraOpNumThreads: 1, interOpNumThreads: 1, executionMode: "sequential" } as const

/** Load a model into the runtime. Throws `model/broken`, the folder named, when it does not load. */
export async function openSession(model: Uint8Array, folder: string): Promise<Session> {
  // Loaded only here: who reads pages without attributing needs no runtime in memory.
  const runtime = await import("onnxruntime-node")
  try {
    return { runtime, session: await runtime.InferenceSession.create(model, OPTIONS) }
  } catch (cause) {
    throw new CounterclaimError({
      code: "model/broken",
      what: "the weights do not load",
      where: folder,
      fix: "export the model again with training/, or install the package again",
      cause,
    })
  }
}
