import { Chain, Facts } from "../card.tsx"
import type { Known } from "./finding-facts.ts"
import type { Numbered } from "./numbered.ts"

type ReaderCardProps = Readonly<{ one: Numbered; known: Known }>

/** The card beside the text. Its anchor is the attribution's permalink. */
export function ReaderCard({ one, known }: ReaderCardProps) {
  const { attribution, number } = one
  const outer = attribution.within === null ? undefined : known.attributions.get(attribution.within)
  return (
    <li class={attribution.shown ? "card" : "card doubtful"} id={attribution.id} data-card={number}>
      <a class="number" href={`#in-${attribution.id}`} aria-label={`Attribution ${number}: back to the text`}>
        {number}
      </a>
      <Chain {...attribution} />
      <Facts attribution={attribution} entities={known.entities}>
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
