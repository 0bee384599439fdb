import { readFileSync } from "node:fs"
import type { FastifyInstance } from "fastify"
import { MOST_LIT, markStyle } from "./reader/mark-style.ts"

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="#7a1f1f"/><path d="M7 8h18v11H15l-5 5v-5H7z" fill="#fbf8f1"/><path d="M11 12h10M11 15.500h6" stroke="#7a1f1f" stroke-width="1.600"/></svg>`

/** The style sheets and the icon: all that a page loads beside itself. */
export function addAssets(server: FastifyInstance): void {
  const style = readFileSync(new URL("./style.css", import.meta.url), "utf8")
  server.get("/style.css", (_, reply) => reply.type("text/css; charset=utf-8").send(style))
  server.get("/icon.svg", (_, reply) => reply.type("image/svg+xml").send(ICON))
  server.get<{ Params: { count: string } }>("/marks/:count(^\\d{1,6}$).css", (request, reply) =>
    reply.type("text/css; charset=utf-8").send(markStyle(Math.min(Number(request.params.count), MOST_LIT))),
  )
}
