const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/g

/**
 * The keys of a JSON object as they stand in its text, each once. (`Object.keys` would put "1001" before "0002",
 * and what is drawn at random hangs on the order.) The text must be valid JSON.
 */
export function keysInOrder(json: string): string[] {
  const keys = new Set<string>()
  let depth = 0
  let previous = ""
  for (const [token] of json.matchAll(TOKEN)) {
    if (token === "{" || token === "[") depth++
    else if (token === "}" || token === "]") depth--
    else if (token === ":" && depth === 1) keys.add(JSON.parse(previous) as string)
    previous = token
  }
  return [...keys]
}
