/**
 * One line of JSON Lines, line end included. DEL and the C1 control characters, which JSON leaves as they
 * are and some terminals obey, are escaped too; every reader of JSON gives the same string back.
 */
export const toJsonLine = (value: unknown): string => `${JSON.stringify(value).replace(CONTROL, escaped)}\n`

const CONTROL = /[\u007f-\u009f]/g
const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`
