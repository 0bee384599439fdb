import { createHash } from "node:crypto"
import type { GoldArticle } from "./read-gold.ts"

/** SHA-256 over names and texts in order, so that a result says what it was measured on; hexadecimal. */
export function hashTexts(articles: readonly Pick<GoldArticle, "name" | "text">[]): string {
  const hash = createHash("sha256")
  for (const { name, text } of articles) hash.update(JSON.stringify([name, text]))
  return hash.digest("hex")
}
