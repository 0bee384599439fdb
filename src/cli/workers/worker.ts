// A thread that reads one thing after another with a model of its own. Started by pool.ts.
import { parentPort, workerData } from "node:worker_threads"
import { openPipeline } from "../../pipeline.ts"
import { type Asked, packError, type Told } from "./messages.ts"

const tell = (told: Told): void => parentPort?.postMessage(told)

try {
  const pipeline = await openPipeline(workerData)
  parentPort?.on("message", async ({ snapshot, input, options }: Asked) => {
    try {
      // The bytes came from there: they need not go back.
      const { snapshot: _, ...entry } = await pipeline.read(snapshot, input, options)
      tell({ entry })
    } catch (error) {
      tell({ error: packError(error) })
    }
  })
  tell({ opened: pipeline.model })
} catch (error) {
  tell({ error: packError(error) })
}
