import { Address } from "../address.tsx"
import type { DocumentData } from "../answers.ts"
import { dateInWords, many, timeInWords } from "../in-words.ts"

/** Where the text comes from: what was removed and why, its readings, and where it was seen. */
export function History({ data }: Readonly<{ data: DocumentData }>) {
  return (
    <section class="history" aria-label="Where this text comes from">
      <Removed data={data} />
      <Readings data={data} />
      <Sightings data={data} />
      <Made data={data} />
    </section>
  )
}

function Removed({ data }: Readonly<{ data: DocumentData }>) {
  const { removed } = data.document
  if (removed.length === 0) return <p>Nothing was removed from the page.</p>
  return (
    <details>
      <summary>Removed from the page, and why: {many(removed.length, "piece")}</summary>
      <ul class="removed">
        {removed.map(({ text, reason }, i) => (
          <li key={i}>
            <span class="reason">{reason}</span> <q>{text}</q>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Readings({ data }: Readonly<{ data: DocumentData }>) {
  return (
    <details>
      <summary>{many(data.readings.length, "reading")} of this document</summary>
      <ul>
        {data.readings.map((reading) => (
          <li key={reading.id}>
            {reading.current ? <strong>current: </strong> : null}
            {reading.title ?? "no title"}, {dateInWords(reading.published)}, reader version {reading.reader}, page{" "}
            <code>{reading.snapshot.slice(0, 12)}</code>, text <code>{reading.text.slice(0, 12)}</code>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Sightings({ data }: Readonly<{ data: DocumentData }>) {
  const { earliestSeen } = data.document
  return (
    <details>
      <summary>
        {many(data.seen.length, "sighting")}, earliest seen {timeInWords(earliestSeen)}
      </summary>
      <ul>
        {data.seen.map(({ url, at, snapshot }) => (
          <li key={`${at} ${url}`}>
            <time dateTime={at}>{timeInWords(at)}</time>, <Address url={url} />, page{" "}
            <code>{snapshot.slice(0, 12)}</code>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Made({ data }: Readonly<{ data: DocumentData }>) {
  const { run, document, text } = data
  return (
    <p class="line quiet">
      Document <code>{document.id}</code>, text <code>{text.id.slice(0, 12)}</code>
      {run ? `, attributions by ${run.model.name} version ${run.model.version}, word lists version ${run.data}` : ""}.{" "}
      <a href={`/api/documents/${encodeURIComponent(document.id)}`}>As JSON</a>
    </p>
  )
}
