// A process that reads one thing after another with a model of its own. Started by pool.ts.
import { openPipeline } from "../../pipeline.ts"
import { type Asked, packError, type Told } from "./messages.ts"

// A parent that was killed hears nothing any more: "disconnect" ends this process, not an error that nobody reads.
const tell = (told: Told): void => void process.send?.(told, undefined, undefined, () => {})

// Ctrl-C goes to every process of the terminal: whether to stop is the parent's to say.
process.on("SIGINT", () => {})
process.on("disconnect", () => process.exit())

try {
  const pipeline = await openPipeline(JSON.parse(process.argv[2] ?? "{}"))
  process.on("message", async ({ snapshot, input, options }: Asked) => {
    try {
      // The bytes came from there: they need not go back.
      const { snapshot: _, ...entry } = await pipeline.read(snapshot, input, options)
      tell({ entry })
    } catch (error) {
      tell({ error: packError(error) })
    }
  })
  tell({ opened: { model: pipeline.model, parties: pipeline.parties } })
} catch (error) {
  tell({ error: packError(error) })
}
