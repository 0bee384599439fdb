import { Chain, Facts } from "../card.tsx"
import type { Numbered } from "./numbered.ts"

type ReaderCardProps = Readonly<{ one: Numbered; outer: Numbered | undefined }>

/** The card beside the text. Its anchor is the attribution's permalink. */
export function ReaderCard({ one, outer }: ReaderCardProps) {
  const { attribution, number } = one
  return (
    <li class={attribution.shown ? "card" : "card doubtful"} id={attribution.id} data-card={number}>
      <a class="number" href={`#in-${attribution.id}`} aria-label={`Attribution ${number}: back to the text`}>
        {number}
      </a>
      <Chain {...attribution} />
      <Facts attribution={attribution}>
        {outer ? (
          <a class="within" href={`#${outer.attribution.id}`}>
            inside {outer.number}
          </a>
        ) : null}
        <a class="permalink" href={`/attributions/${encodeURIComponent(attribution.id)}`}>
          permalink
        </a>
      </Facts>
    </li>
  )
}
