import PostalMime, { type Email } from "postal-mime"
import { CounterclaimError } from "../../model/error.ts"
import { messageOf } from "../failure.ts"
import type { DocumentContent } from "./read-document.ts"

/** Deeper mails are made to harm. */
const DEEPEST = 50

/**
 * The article in a mail (RFC 5322, MIME): its HTML with subject, sender and date in the head, or its plain text under the
 * subject. Attachments are left out. Throws `input/mail-damaged`, and `input/mail-empty` when there is no text in it.
 */
export async function readMail(bytes: Uint8Array, where: string): Promise<DocumentContent> {
  const mail = await parse(bytes, where)
  if (/\S/.test(mail.html?.replace(/<[^>]*>/g, "") ?? "")) return { text: toHtml(mail), type: "text/html" }
  if (/\S/.test(mail.text ?? "")) return { text: toPlain(mail), type: "text/plain" }
  throw new CounterclaimError({
    code: "input/mail-empty",
    what: "there is no text in this mail",
    where,
    fix: "give a mail with a text; save what is attached, and give it by itself",
  })
}

async function parse(bytes: Uint8Array, where: string): Promise<Email> {
  try {
    const mail = await PostalMime.parse(new Uint8Array(bytes), { maxNestingDepth: DEEPEST })
    if (mail.headers.length > 0) return mail
  } catch (cause) {
    throw damaged(where, messageOf(cause))
  }
  throw damaged(where, "it does not begin with the headers of one")
}

const damaged = (where: string, why: string): CounterclaimError =>
  new CounterclaimError({
    code: "input/mail-damaged",
    what: `this is no mail (${why})`,
    where,
    fix: "save the mail again as .eml, or its text as .txt",
  })

/** The headers stand in the head as an article's own description, which readers of pages believe most. */
function toHtml({ subject, from, date, html }: Email): string {
  const described = {
    "@type": "NewsArticle",
    ...(subject && { headline: subject }),
    ...(from?.name && { author: { "@type": "Person", name: from.name } }),
    ...(dayOf(date) && { datePublished: dayOf(date) }),
  }
  const head = [
    subject ? `<title>${escaped(subject)}</title>` : "",
    `<script type="application/ld+json">${JSON.stringify(described).replaceAll("<", "\\u003c")}</script>`,
  ]
  // A second doctype or head further down is passed over, and what it says of itself comes second.
  return `<!DOCTYPE html><head><meta charset="utf-8">${head.join("")}</head>${html}`
}

function toPlain({ subject, date, text }: Email): string {
  const day = dayOf(date)
  return [subject?.replace(/\s+/g, " ").trim(), day, text].filter(Boolean).join("\n\n")
}

/** The day in the sender's own time is lost in what the library gives: it counts in UTC. */
function dayOf(date: string | undefined): string | null {
  const time = new Date(date ?? Number.NaN)
  return Number.isNaN(time.getTime()) ? null : `${time.toISOString().slice(0, 16)}Z`
}

const MARKS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => MARKS[mark]!)
