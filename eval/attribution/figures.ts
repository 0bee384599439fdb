import type { Figures } from "../floors.ts"
import type { ShownPart } from "./calibration.ts"
import { rate } from "./count.ts"
import { ROLES } from "./role.ts"
import type { Score } from "./score.ts"
import { LEVELS } from "./score-article.ts"

/** The figures that floors are kept for, beside those that eval/floors.json already names. */
export const HEADLINES = ["linked", "exact", "token source", "token cue", "token content", "shown precision"]

/** A score's figures by name: F1 unless the name says otherwise. */
export function figuresOf(score: Score, shown: ShownPart | null): Figures {
  return {
    ...Object.fromEntries(LEVELS.map((level) => [level, rate(score.levels[level]).f1])),
    "linked precision": rate(score.levels.linked).precision,
    "linked recall": rate(score.levels.linked).recall,
    ...Object.fromEntries(ROLES.map((role) => [`token ${role}`, rate(score.tokens[role]).f1])),
    ...Object.fromEntries(ROLES.map((role) => [`chunk ${role}`, rate(score.chunks[role]).f1])),
    ...(shown ? { "shown precision": shown.rate.precision, "shown recall": shown.rate.recall } : {}),
  }
}
