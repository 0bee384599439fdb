import { type DocumentId, documentId } from "./document.ts"
import { CounterclaimError } from "./error.ts"

/** The id of a document that a user names by its id or its address. */
export const askedId = (asked: string): DocumentId =>
  /^https?:/i.test(asked) ? documentId({ url: asked, publisher: null, file: "" }) : asked

/** What is thrown where the ledger holds no document of that id or address. */
export const noDocument = (asked: string): CounterclaimError =>
  new CounterclaimError({
    code: "ask/no-document",
    what: "the ledger holds no document of this id or address",
    where: asked,
    fix: "take an id from counterclaim claims, search or stories, or read the page first",
  })
