import type { GoldArticle } from "./read-gold-speakers.ts"
import { plain, type SpeakerCounts } from "./score-speakers.ts"

/** One of whom a text speaks: all names of it, and its roles as printed. */
export type NamedRoles = Readonly<{ names: readonly string[]; roles: readonly string[] }>

/**
 * How many of the roles labelled for persons of an article are found: each person and role once. A role is found where the
 * entity of that name, the first in the text, has one that is made of the same words, holds them all or is held by them.
 */
export function countRoles(
  { speakers }: Pick<GoldArticle, "speakers">,
  entities: readonly NamedRoles[],
): Pick<SpeakerCounts, "roles" | "rolesFound"> {
  const wanted = new Map<string, Readonly<{ name: string; role: string }>>()
  for (const { kind, speaker, role } of speakers) {
    if (kind !== "person" || !role || !speaker?.[0]) continue
    wanted.set(`${speaker[0]}\t${role}`, { name: plain(speaker[0]), role })
  }
  const isFound = ({ name, role }: Readonly<{ name: string; role: string }>): boolean =>
    (entities.find(({ names }) => names.some((own) => plain(own) === name))?.roles ?? []).some((own) =>
      isAlike(own, role),
    )
  return { roles: wanted.size, rolesFound: [...wanted.values()].filter(isFound).length }
}

function isAlike(one: string, other: string): boolean {
  const [a, b] = [one, other].map((role) => new Set(plain(role).split(" ").filter(Boolean))) as [
    Set<string>,
    Set<string>,
  ]
  const holds = (all: ReadonlySet<string>, part: ReadonlySet<string>): boolean =>
    [...part].every((word) => all.has(word))
  return a.size > 0 && b.size > 0 && (holds(a, b) || holds(b, a))
}
