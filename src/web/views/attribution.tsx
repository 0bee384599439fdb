import { judgedCopies } from "../../model/judged-copies.ts"
import type { Ledger } from "../../model/ledger.ts"
import type { AttributionPageData, CopyData, PrintedData } from "../answers.ts"
import { printedData } from "../answers.ts"
import { attributionHref, Chain, entitiesById, Facts } from "../card.tsx"
import { documentHref, Imprint, relatedHref, titleOf } from "../document-head.tsx"
import { many } from "../in-words.ts"
import { JudgementList } from "../judgement-list.tsx"
import type { TypedView } from "../view.ts"

/** One attribution and every document that prints it. */
export const attribution: TypedView<Readonly<{ id: string }>, AttributionPageData> = {
  name: "attribution",
  path: "/attributions/:id",
  says: "One attribution and every document that prints it.",
  load: async (ledger, { id }) => {
    const printed = await printedData(ledger, await ledger.attribution(id))
    return printed.length === 0 ? null : { id, printed, copies: await copiesAmong(ledger, printed) }
  },
  title: ({ printed }) =>
    `${printed[0]!.source?.text ?? "Nobody named"}: ${printed[0]!.content[0]?.text ?? ""}`.slice(0, 80),
  page: ({ printed, copies }) => (
    <>
      <h1>One attribution</h1>
      <div class="card alone">
        <Chain {...printed[0]!} />
        <Facts attribution={printed[0]!} entities={entitiesById(printed[0]!.entities)} />
        <JudgementList judgements={printed[0]!.judgements} />
      </div>
      <h2>Printed in {many(printed.length, "document")}</h2>
      <ol class="documents">
        {printed.map((one) => (
          <li key={one.document.id}>
            <h3>
              <a href={attributionHref(one)}>{titleOf(one.document)}</a>
            </h3>
            <p class="line">
              <Imprint {...one.document} /> · <a href={relatedHref(one.document.id)}>related documents</a>
            </p>
          </li>
        ))}
      </ol>
      <Copies copies={copies} printed={printed} />
    </>
  ),
  missing: {
    what: "No document’s current run holds this attribution",
    fix: "Either the address is mistyped, or an older run found it and the newest reading or model does not hold it any longer: it then still lies in the ledger, but no view shows it. Search for its words to see what is read there now.",
  },
}

/** Who took whose text among those that print it, as people judged. */
async function copiesAmong(ledger: Ledger, printed: readonly PrintedData[]): Promise<CopyData[]> {
  const judged = judgedCopies(await ledger.judgements())
  const ids = new Set(printed.map(({ document }) => document.id))
  return judged.pairs.flatMap(([left, right]) =>
    ids.has(left) && ids.has(right) ? [{ left, right, ...judged.on(left, right)! }] : [],
  )
}

function Copies({ copies, printed }: Pick<AttributionPageData, "copies" | "printed">) {
  if (copies.length === 0) return null
  const titles = new Map(printed.map(({ document }) => [document.id, document]))
  const Title = ({ id }: Readonly<{ id: string }>) => {
    const { title, publisher } = titles.get(id)!
    return (
      <a href={documentHref(id)}>
        {title ?? "without a title"}, {publisher ?? "publisher unknown"}
      </a>
    )
  }
  return (
    <>
      <h2>Who took the text from whom</h2>
      <ul class="judgements">
        {copies.map(({ left, right, from, by, reason }) => {
          const [copy, origin] = from === "right" ? [left, right] : [right, left]
          const between = { left: "from", right: "from", third: "and", neither: "and" }[from]
          const says = { left: "", right: "", third: ", both from a third", neither: ", neither from the other" }[from]
          return (
            <li key={`${left} ${right}`}>
              <Title id={copy} /> {between} <Title id={origin} />
              {says}: <strong>judged</strong> by <span class="who">{by.replace(/^user:/, "")}</span>
              {reason ? <q>{reason}</q> : null}
            </li>
          )
        })}
      </ul>
    </>
  )
}
