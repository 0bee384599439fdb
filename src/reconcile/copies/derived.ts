import type { Sides } from "./compare.ts"

/** How much of one text comes from the other (or both from a third): all but a little, some, nothing that can be seen. */
export const DERIVED = ["wholly", "partly", "none"] as const
export type Derived = (typeof DERIVED)[number]

type Figures = Readonly<{ containment: Sides; ownWords: Sides; rewording: Sides; anchors: Sides }>

export function judgeDerived({ containment }: Figures): Derived {
  const most = Math.max(containment.left, containment.right)
  return most >= 0.6 ? "wholly" : most >= 0.05 ? "partly" : "none"
}
