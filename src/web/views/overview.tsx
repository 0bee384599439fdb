import { claimsAsJudged } from "../../ledger/claims-as-judged.ts"
import type { Counts } from "../../model/ledger.ts"
import type { OverviewData } from "../answers.ts"
import { printedData, summaryData } from "../answers.ts"
import { ClaimList } from "../card.tsx"
import { DocumentList } from "../document-list.tsx"
import { NothingRead } from "../nothing-read.tsx"
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
    const claims = claimsAsJudged(ledger, { shownOnly: true, limit: CLAIMS })
    return { latest: (await documents).map(summaryData), claims: await printedData(ledger, await claims) }
  },
  title: () => "Counterclaim",
  page: ({ latest, claims }, _, counts) => (
    <>
      <h1>Who claims what, and in whose words</h1>
      {latest.length === 0 ? (
        <NothingRead />
      ) : (
        <>
          <Figures counts={counts} />
          <Front latest={latest} claims={claims} />
        </>
      )}
    </>
  ),
}

function Figures({ counts }: Readonly<{ counts: Counts }>) {
  const { shown, doubtful, documents } = counts
  const figures = [
    [shown, "shown", "attributions in the part that is right nine times in ten"],
    [doubtful, "doubtful", "attributions kept beside them, each with its confidence"],
    [documents, documents === 1 ? "document" : "documents", "read into this ledger"],
  ] as const
  return (
    <dl class="figures">
      {figures.map(([count, name, says]) => (
        <div key={name}>
          <dt>
            {count.toLocaleString("en-GB")} {name}
          </dt>
          <dd>{says}</dd>
        </div>
      ))}
    </dl>
  )
}

function Front({ latest, claims }: OverviewData) {
  return (
    <div class="front">
      <section aria-labelledby="latest">
        <h2 id="latest">Read last</h2>
        <DocumentList documents={latest} />
        <p class="all">
          <a href="/documents">All documents</a>
        </p>
      </section>
      <section aria-labelledby="claims">
        <h2 id="claims">Claims printed last</h2>
        {claims.length === 0 ? <p>No attribution is in the shown part.</p> : <ClaimList claims={claims} />}
        <p class="all">
          <a href="/claims">All claims</a>
        </p>
      </section>
    </div>
  )
}
