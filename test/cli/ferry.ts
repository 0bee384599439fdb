import type { Entry } from "../../src/model/ledger.ts"
import { inventedEntry } from "../invented-entry.ts"

const text = `The ferry sank at dawn, the harbour office said. Captain Ruda Meck denied that the ferry was overloaded.
According to the office, a witness said the lamps were out.`

/** An invented article: two sure claims, a doubtful one and one inside another. */
export const FERRY: Entry = inventedEntry({
  text,
  title: "Ferry sinks off Quillmouth",
  publisher: "The Quillmouth Lamp",
  published: { value: "2031-03-12", precision: "day" },
  claims: [
    { source: "the harbour office", cue: "said", content: ["The ferry sank at dawn"] },
    { source: "Captain Ruda Meck", cue: "denied", content: ["the ferry was overloaded"], act: "deny" },
    { source: "the office", cue: "According to", content: ["a witness said the lamps were out"] },
    { source: "a witness", cue: "said the", content: ["the lamps were out"], within: 2, shown: false },
  ],
})
