import type { View } from "../view.ts"
import { attribution } from "./attribution.tsx"
import { claims } from "./claims.tsx"
import { document } from "./document.tsx"
import { documents } from "./documents.tsx"
import { overview } from "./overview.tsx"
import { related } from "./related.tsx"
import { search } from "./search.tsx"
import { sources } from "./sources.tsx"

/** Every page, and every answer of the API. */
export const VIEWS: readonly View[] = [overview, documents, document, related, attribution, claims, sources, search]
