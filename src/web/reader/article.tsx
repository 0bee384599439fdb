import type { Span } from "../../model/span.ts"
import { many } from "../in-words.ts"
import { MarkedText } from "./marked-text.tsx"
import { Note } from "./note.tsx"
import { noteSpans, type Reading } from "./noted.ts"
import { markedSpans, type Numbered } from "./numbered.ts"
import { ReaderCard } from "./reader-card.tsx"

type ArticleProps = Readonly<{
  title: string | null
  text: string
  blocks: readonly Span[]
  reading: Reading
  /** Whether the doubtful ones are open when the page comes. */
  doubtful: boolean
}>

/** The article, paragraph by paragraph, with the cards of each paragraph beside it and the notes on its marks. */
export function Article({ title, text, blocks, reading, doubtful }: ArticleProps) {
  const [first, last] = [blocks[0]?.start ?? 0, blocks.at(-1)?.end ?? 0]
  const { attributions, notes, findings } = reading
  const resolved = findings.entities.length > 0
  const marked = [...attributions.flatMap((one) => markedSpans(one, resolved)), ...noteSpans(notes)]
  const spans = marked.filter(({ start, end }) => start < last && first < end)
  return (
    <div class="reader">
      {blocks.map((block) => {
        const here = attributions.filter(({ at }) => block.start < at && at <= block.end)
        const headline = text.slice(block.start, block.end).trim() === title
        return (
          <div class="block" key={block.start}>
            <MarkedText text={text} block={block} headline={headline} spans={spans} numbers={here} />
            <Cards here={here} reading={reading} doubtful={doubtful} />
            {notes
              .filter(({ span }) => block.start <= span.start && span.start < block.end)
              .map((note) => (
                <Note key={note.id} note={note} />
              ))}
          </div>
        )
      })}
    </div>
  )
}

type CardsProps = Readonly<{ here: readonly Numbered[]; reading: Reading; doubtful: boolean }>

function Cards({ here, reading, doubtful }: CardsProps) {
  const cards = (some: readonly Numbered[]) => (
    <ol class="cards">
      {some.map((one) => (
        <ReaderCard key={one.number} one={one} known={reading.known} />
      ))}
    </ol>
  )
  const sure = here.filter(({ attribution }) => attribution.shown)
  const unsure = here.filter(({ attribution }) => !attribution.shown)
  if (here.length === 0) return null
  return (
    <aside aria-label="Attributions of this paragraph">
      {sure.length > 0 ? cards(sure) : null}
      {unsure.length > 0 ? (
        <details class="doubtful" open={doubtful}>
          <summary class="unsure-ones">{many(unsure.length, "doubtful one")}</summary>
          {cards(unsure)}
        </details>
      ) : null}
    </aside>
  )
}
