import type { AttributionPageData } from "../answers.ts"
import { printedData } from "../answers.ts"
import { attributionHref, Chain, entitiesById, Facts } from "../card.tsx"
import { Imprint, relatedHref, titleOf } from "../document-head.tsx"
import { many } from "../in-words.ts"
import type { TypedView } from "../view.ts"

/** One attribution and every document that prints it. */
export const attribution: TypedView<Readonly<{ id: string }>, AttributionPageData> = {
  name: "attribution",
  path: "/attributions/:id",
  says: "One attribution and every document that prints it.",
  load: async (ledger, { id }) => {
    const printed = (await ledger.attribution(id)).map(printedData)
    return printed.length === 0 ? null : { id, printed }
  },
  title: ({ printed }) =>
    `${printed[0]!.source?.text ?? "Nobody named"}: ${printed[0]!.content[0]?.text ?? ""}`.slice(0, 80),
  page: ({ printed }) => (
    <>
      <h1>One attribution</h1>
      <div class="card alone">
        <Chain {...printed[0]!} />
        <Facts attribution={printed[0]!} entities={entitiesById(printed[0]!.entities)} />
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
    </>
  ),
  missing: {
    what: "No document’s current run holds this attribution",
    fix: "Either the address is mistyped, or an older run found it and the newest reading or model does not hold it any longer: it then still lies in the ledger, but no view shows it. Search for its words to see what is read there now.",
  },
}
