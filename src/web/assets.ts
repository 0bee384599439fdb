import { readFileSync } from "node:fs"
import type { FastifyInstance } from "fastify"
import { MOST_LIT, markStyle } from "./reader/mark-style.ts"
import { MOST_NOTES, noteStyle } from "./reader/note-style.ts"

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="#7a1f1f"/><path d="M7 8h18v11H15l-5 5v-5H7z" fill="#fbf8f1"/><path d="M11 12h10M11 15.500h6" stroke="#7a1f1f" stroke-width="1.600"/></svg>`

/** Parts of the one style sheet, in the order in which they overrule each other: what a narrow window, paper or a still reader needs comes last. */
const SHEETS = ["base", "masthead", "lists", "cards", "reader", "findings", "notes", "side-list", "screens"]

/** The style sheets and the icon: all that a page loads beside itself. */
export function addAssets(server: FastifyInstance): void {
  const style = SHEETS.map((sheet) => readFileSync(new URL(`./style/${sheet}.css`, import.meta.url), "utf8")).join("\n")
  server.get("/style.css", (_, reply) => reply.type("text/css; charset=utf-8").send(style))
  server.get("/icon.svg", (_, reply) => reply.type("image/svg+xml").send(ICON))
  const counted = (path: string, most: number, style: (count: number) => string) =>
    server.get<{ Params: { count: string } }>(path, (request, reply) =>
      reply.type("text/css; charset=utf-8").send(style(Math.min(Number(request.params.count), most))),
    )
  counted("/marks/:count(^\\d{1,6}$).css", MOST_LIT, markStyle)
  counted("/notes/:count(^\\d{1,6}$).css", MOST_NOTES, noteStyle)
}
