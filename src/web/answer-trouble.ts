import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import { createElement } from "preact"
import { CounterclaimError } from "../model/error.ts"
import type { Ledger } from "../model/ledger.ts"
import { HEADERS } from "./headers.ts"
import { render } from "./render.tsx"
import { Trouble, type TroubleParts } from "./trouble.tsx"

/** There is no such thing in the ledger: status 404. */
export class NotFound extends Error {
  readonly fix: string

  constructor({ what, fix } = NO_PAGE) {
    super(what)
    this.fix = fix
  }
}

const NO_PAGE = {
  what: "There is no page at this address",
  fix: "Look for it in the list of documents, or search for its words.",
}

type Answer = Readonly<{ status: number; parts: TroubleParts }>

type TroubleAnswer = (error: Error, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

/** Errors and unknown addresses are answered in words. */
export function addTroubles(server: FastifyInstance, answer: TroubleAnswer): void {
  server.setErrorHandler(answer)
  server.setNotFoundHandler((request, reply) => answer(new NotFound(), request, reply))
}

/** Answers an error as a page, or below /api as JSON. */
export function troubleAnswer(ledger: Ledger, onFault: (fault: Error, url: string) => void): TroubleAnswer {
  return async (error, request, reply) => {
    const { status, parts } = answerOf(error, request.url)
    if (parts.code === "web/unexpected") onFault(error, request.url)
    reply.status(status).headers(HEADERS)
    if (request.url.startsWith("/api/")) return reply.send({ error: parts })
    // Whoever asks under a refused name is told nothing of the ledger.
    const counts = status === 403 ? undefined : await ledger.counts().catch(() => null)
    const page = render({ title: parts.what, counts, here: "", body: createElement(Trouble, parts) })
    return reply.type("text/html; charset=utf-8").send(page)
  }
}

function answerOf(error: Error, where: string): Answer {
  if (error instanceof NotFound) {
    return { status: 404, parts: { code: "web/not-found", what: error.message, where, fix: error.fix } }
  }
  if (error instanceof CounterclaimError) {
    const { code, what, fix } = error
    return { status: code === "web/host-refused" ? 403 : 500, parts: { code, what, where: error.where, fix } }
  }
  const { validation, statusCode = 500 } = error as FastifyError
  if (validation) return badQuery(validation, where)
  if (statusCode < 500) {
    const fix = "Check the address."
    return { status: statusCode, parts: { code: "web/bad-request", what: "This cannot be asked", where, fix } }
  }
  const fix = "This is a fault of the program. What went wrong stands where the server was started."
  return { status: 500, parts: { code: "web/unexpected", what: "The page could not be made", where, fix } }
}

type Problem = Readonly<{ params: object; instancePath: string; message?: string }>

function badQuery(problems: readonly Problem[], where: string): Answer {
  const { params, instancePath, message } = problems[0]!
  const { additionalProperty, allowedValues } = params as { additionalProperty?: string; allowedValues?: string[] }
  const name = `“${additionalProperty ?? instancePath.slice(1)}”`
  const says = additionalProperty
    ? "is nothing that can be asked here"
    : allowedValues
      ? "has a value that it cannot have"
      : message
  const what = `${name} ${says}`
  const fix = allowedValues ? `Use one of: ${allowedValues.join(", ")}.` : "Mend or drop this part of the address."
  return { status: 400, parts: { code: "web/bad-query", what, where, fix } }
}
