/** A JSON schema, as Fastify takes it and OpenAPI writes it. */
export type Schema = Readonly<Record<string, unknown>>

export const text: Schema = { type: "string" }
export const textOrNull: Schema = { type: ["string", "null"] }
export const numberOrNull: Schema = { type: ["number", "null"] }
export const count: Schema = { type: "integer", minimum: 0 }
export const flag: Schema = { type: "boolean" }
export const id: Schema = { type: "string", description: "a permanent id" }

export const list = (items: Schema): Schema => ({ type: "array", items })

/** All fields are there; nothing else is let through. */
export const record = (properties: Readonly<Record<string, Schema>>): Schema => ({
  type: "object",
  additionalProperties: false,
  required: Object.keys(properties),
  properties,
})

export const orNull = (schema: Schema): Schema => ({ ...schema, type: [schema.type, "null"] })

/** One of some words. */
export const oneOf = (words: readonly string[]): Schema => ({ type: "string", enum: words })

/** A span with its words. */
export const span = record({ start: count, end: count, text })
