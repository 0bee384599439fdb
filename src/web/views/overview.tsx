import type { OverviewData } from "../answers.ts"
import { printedData, summaryData } from "../answers.ts"
import { ClaimList } from "../Card.tsx"
import { DocumentList, NothingRead } from "../pieces.tsx"
import type { TypedView } from "../view.ts"

const DOCUMENTS = 10
const CLAIMS = 6

/** What lies in the ledger, and what came in last. */
export const overview: TypedView<unknown, OverviewData> = {
  name: "overview",
  path: "/",
  says: "What lies in the ledger, and what came in last.",
  load: async (ledger) => {
    const documents = ledger.documents({ limit: DOCUMENTS })
    const claims = ledger.attributions({ shownOnly: true, limit: CLAIMS })
    return { latest: (await documents).map(summaryData), claims: (await claims).map(printedData) }
  },
  title: () => "Counterclaim",
  page: ({ latest, claims }) => (
    <>
      <h1 class="lead">Who claims what, and in whose words</h1>
      {latest.length === 0 ? <NothingRead /> : <Front latest={latest} claims={claims} />}
    </>
  ),
}

function Front({ latest, claims }: OverviewData) {
  return (
    <div class="front">
      <section aria-labelledby="latest">
        <h2 id="latest">Last read</h2>
        <DocumentList documents={latest} />
        <p class="all">
          <a href="/documents">All documents</a>
        </p>
      </section>
      <section aria-labelledby="claims">
        <h2 id="claims">Claims, by date of print</h2>
        {claims.length === 0 ? <p>No attribution is in the shown part.</p> : <ClaimList claims={claims} />}
        <p class="all">
          <a href="/claims">All claims</a>
        </p>
      </section>
    </div>
  )
}
