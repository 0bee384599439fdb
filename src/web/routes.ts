import type { FastifyInstance, FastifyRequest } from "fastify"
import type { Ledger } from "../model/ledger.ts"
import { NotFound } from "./answer-trouble.ts"
import { render } from "./render.tsx"
import { answerSchema, ERROR, ID_PARAMS, QUERIES } from "./schemas.ts"
import type { View } from "./view.ts"
import { VIEWS } from "./views/views.ts"

type Asked = Readonly<Record<string, unknown>>

/** Every view twice: as a page, and below /api as JSON. */
export function addViews(server: FastifyInstance, ledger: Ledger): void {
  for (const view of VIEWS) {
    addPage(server, ledger, view)
    addAnswer(server, ledger, view)
  }
}

/** A field of a form that was left empty is a field that was not asked for. */
async function dropEmpty(request: FastifyRequest): Promise<void> {
  const query = request.query as Record<string, unknown>
  for (const name of Object.keys(query)) if (query[name] === "") delete query[name]
}

const asks = (view: View) => ({
  querystring: QUERIES[view.name],
  ...(view.path.includes(":id") && { params: ID_PARAMS }),
})

async function load(ledger: Ledger, view: View, asked: Asked) {
  const data = await view.load(ledger, asked)
  if (data === null) throw new NotFound(view.missing)
  return { data, counts: await ledger.counts() }
}

const askedOf = (request: FastifyRequest): Asked => ({ ...(request.query as Asked), ...(request.params as Asked) })

function addPage(server: FastifyInstance, ledger: Ledger, view: View): void {
  server.get(view.path, { schema: asks(view), preValidation: dropEmpty }, async (request, reply) => {
    const asked = askedOf(request)
    const { data, counts } = await load(ledger, view, asked)
    const frame = { title: view.title(data, asked), counts, here: view.path, asked: String(asked.q ?? "") }
    return reply.type("text/html; charset=utf-8").send(render({ ...frame, body: view.page(data, asked, counts) }))
  })
}

function addAnswer(server: FastifyInstance, ledger: Ledger, view: View): void {
  const path = view.path === "/" ? "/api/overview" : `/api${view.path}`
  const schema = {
    ...asks(view),
    operationId: view.name,
    summary: view.says,
    response: { 200: answerSchema(view.name), "4xx": ERROR, "5xx": ERROR },
  }
  server.get(path, { schema, preValidation: dropEmpty }, async (request) => {
    const { data, counts } = await load(ledger, view, askedOf(request))
    return { counts, ...data }
  })
}
