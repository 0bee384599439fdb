import { claimsAsJudged } from "../../ledger/claims-as-judged.ts"
import { ACTS, type Act } from "../../model/attribution.ts"
import type { ClaimsData } from "../answers.ts"
import { isSure, printedData } from "../answers.ts"
import { ClaimList } from "../card.tsx"
import { found } from "../in-words.ts"
import { Pager } from "../pager.tsx"
import { type AskedPage, cut, pageOf, type TypedView } from "../view.ts"

type AskedClaims = AskedPage & Readonly<{ words?: string; source?: string; act?: Act; shown?: "0" | "1" }>

/** Every attribution of every document's current run, to be filtered. */
export const claims: TypedView<AskedClaims, ClaimsData> = {
  name: "claims",
  path: "/claims",
  says: "Attributions, by date of print (latest first, undated last).",
  load: async (ledger, asked) => {
    const { words, source, act, shown } = asked
    const filters = { ...(words && { words }), ...(source && { source }), ...(act && { act }) }
    const query = { ...filters, shownOnly: shown === "1", ...pageOf(asked) }
    const { items, more } = cut(await claimsAsJudged(ledger, query), asked)
    return { claims: await printedData(ledger, items), page: asked.page, more }
  },
  title: () => "Claims",
  page: ({ claims, page, more }, asked) => {
    const [sure, wrong] = [claims.filter(isSure).length, claims.filter(({ reading }) => reading === "wrong").length]
    const unread = wrong > 0 ? `, ${wrong.toLocaleString("en-GB")} judged to be read wrongly` : ""
    return (
      <>
        <h1>Claims</h1>
        <Filters asked={asked} />
        <p class="line" role="status">
          {claims.length === 0
            ? "No attribution fits."
            : `On this page: ${found(sure, claims.length - sure - wrong)}${unread}.`}
        </p>
        <ClaimList claims={claims} />
        <Pager path="/claims" asked={asked} page={page} more={more} />
      </>
    )
  },
}

function Filters({ asked }: Readonly<{ asked: AskedClaims }>) {
  return (
    <form action="/claims" method="get" class="filters">
      <label>
        Words in the content
        <input type="search" name="words" value={asked.words ?? ""} />
      </label>
      <label>
        Source
        <input type="search" name="source" value={asked.source ?? ""} />
      </label>
      <label>
        Act
        <select name="act">
          <option value="">any</option>
          {ACTS.map((act) => (
            <option key={act} value={act} selected={act === asked.act}>
              {act}
            </option>
          ))}
        </select>
      </label>
      <label class="check">
        <input type="checkbox" name="shown" value="1" checked={asked.shown === "1"} />
        without the doubtful ones
      </label>
      <button type="submit">Filter</button>
    </form>
  )
}
