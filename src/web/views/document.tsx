import { Address } from "../address.tsx"
import type { DocumentData } from "../answers.ts"
import { documentData } from "../answers.ts"
import { documentHref, Imprint, relatedHref, titleOf } from "../document-head.tsx"
import { unreadInWords } from "../document-list.tsx"
import { found, many } from "../in-words.ts"
import { Article } from "../reader/article.tsx"
import { blocks } from "../reader/blocks.ts"
import { History } from "../reader/history.tsx"
import { InThisText, kindsOf } from "../reader/in-this-text.tsx"
import { type Reading, readingOf } from "../reader/noted.ts"
import { choosePart, type Part } from "../reader/parts.ts"
import type { TypedView } from "../view.ts"

type AskedDocument = Readonly<{ id: string; doubtful?: "0" | "1"; at?: number }>

/** The reader: one article with everything that was found in it. */
export const document: TypedView<AskedDocument, DocumentData> = {
  name: "document",
  path: "/documents/:id",
  says: "One document: its text, its attributions, its readings and where it was seen.",
  load: async (ledger, { id }) => {
    const record = await ledger.document(id)
    return record && documentData(record)
  },
  title: ({ document }) => titleOf(document),
  page: (data, asked) => {
    const { document, text } = data
    const reading = readingOf(data)
    const part = choosePart(blocks(text.value), asked.at ?? 0)
    const open = asked.doubtful === "1"
    return (
      <article>
        <Styles reading={reading} />
        <Head document={document} />
        <Findings data={data} open={open} reading={reading} />
        {text.value === "" ? <p class="notice">This document has no text.</p> : null}
        <div class="desk">
          <Article title={document.title} text={text.value} blocks={part.blocks} reading={reading} doubtful={open} />
          <InThisText reading={reading} />
        </div>
        <Parts id={document.id} part={part} />
        <p class="line">
          <a href={relatedHref(document.id)}>Related documents</a>: of the same story, with the same claim, of the same
          claimant.
        </p>
        <History data={data} />
      </article>
    )
  },
  missing: {
    what: "No document with this id lies in the ledger",
    fix: "Look for it in the list of documents, or search for its words.",
  },
}

/** The rules that tie marks to cards and notes: as many as the page has. */
function Styles({ reading: { attributions, notes } }: Readonly<{ reading: Reading }>) {
  return (
    <>
      {attributions.length > 0 ? <link rel="stylesheet" href={`/marks/${attributions.length}.css`} /> : null}
      {notes.length > 0 ? <link rel="stylesheet" href={`/notes/${notes.length}.css`} /> : null}
    </>
  )
}

function Head({ document }: Pick<DocumentData, "document">) {
  return (
    <header class="head">
      <h1>{titleOf(document)}</h1>
      <p class="line">
        <Imprint {...document} />
        {document.bylines.length > 0 ? ` · by ${document.bylines.join(", ")}` : ""}
      </p>
      {document.url ? (
        <p class="line">
          <Address url={document.url} />
        </p>
      ) : null}
    </header>
  )
}

function Findings({ data, open, reading }: Readonly<{ data: DocumentData; open: boolean; reading: Reading }>) {
  const { document } = data
  const unread = unreadInWords(document)
  if (unread) return <p class="notice">Nobody’s words are marked here: {unread}.</p>
  const { shown, doubtful } = document
  const page = documentHref(document.id)
  return (
    <section class="findings" aria-label="What was found">
      <p>
        <strong>{found(shown, doubtful)}</strong> in this document.{" "}
        {doubtful === 0 ? null : open ? (
          <a href={page}>Close the doubtful ones</a>
        ) : (
          <a href={`${page}?doubtful=1`}>
            Open {doubtful === 1 ? "the doubtful one" : `all ${doubtful} doubtful ones`}
          </a>
        )}
      </p>
      {shown + doubtful > 0 ? <Legend /> : <p>Nobody is reported to have said anything.</p>}
      <Kinds reading={reading} />
    </section>
  )
}

/** What else is marked, each kind with a switch. A switch works without a script: the style sheet looks at it. */
function Kinds({ reading }: Readonly<{ reading: Reading }>) {
  const kinds = kindsOf(reading.findings)
  if (kinds.length === 0) return null
  return (
    <fieldset class="kinds">
      <legend>
        Marked too, and listed as <a href="#in-this-text">In this text</a>:
      </legend>
      {kinds.map(({ name, role, count }) =>
        role === "speaker" ? null : (
          <label key={role}>
            <input type="checkbox" checked id={`show-${role}`} />{" "}
            <span class={`mark ${role}`}>
              {many(count, name, name === "piece of evidence" ? "pieces of evidence" : `${name}s`)}
            </span>
          </label>
        ),
      )}
      <span>
        <span class="mark unresolved">dashed</span> with a question mark: not resolved
      </span>
    </fieldset>
  )
}

function Legend() {
  return (
    <dl class="legend">
      <div>
        <dt>
          <span class="mark source">Source</span>
        </dt>
        <dd>bold, underlined: who is said to speak</dd>
      </div>
      <div>
        <dt>
          <span class="mark cue">cue</span>
          <span class="reference" data-number="1" />
        </dt>
        <dd>slanted, dotted line: the words that say so, with the number of the card</dd>
      </div>
      <div>
        <dt>
          <span class="mark content starts ends" data-mark="1">
            content
          </span>
        </dt>
        <dd>tinted, in numbered brackets: what is said</dd>
      </div>
    </dl>
  )
}

function Parts({ id, part }: Readonly<{ id: string; part: Part }>) {
  if (part.at.length < 2) return null
  return (
    <nav class="pager parts" aria-label="Parts of this text">
      <span>
        Part {part.number} of {many(part.at.length, "part")}:
      </span>
      {part.at.map((at, i) => (
        <a key={at} href={`${documentHref(id)}?at=${at}`} aria-current={i + 1 === part.number ? "page" : undefined}>
          {i + 1}
        </a>
      ))}
    </nav>
  )
}
