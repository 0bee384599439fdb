import type { Span } from "counterclaim"
import { byKey } from "./by-key.ts"

export const ROLES = ["source", "cue", "content"] as const
export type Role = (typeof ROLES)[number]

export type ByRole<T> = Readonly<Record<Role, T>>

/** Where one attribution's three roles stand; a role that is missing has no span. */
export type RoleSpans = ByRole<readonly Span[]>

/** The same for each role: `toEach((role) => …)`. */
export const toEach = <T>(make: (role: Role) => T): ByRole<T> => byKey(ROLES, make)
