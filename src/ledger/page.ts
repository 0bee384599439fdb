import type { Page } from "../model/ledger.ts"

const DEFAULT_LIMIT = 100

/** Limit and offset as whole numbers of 0 or more; 100 from the start when nothing is said. */
export const toPage = ({ limit, offset }: Page): Readonly<{ limit: number; offset: number }> => ({
  limit: whole(limit ?? DEFAULT_LIMIT),
  offset: whole(offset ?? 0),
})

const whole = (value: number): number => Math.min(Math.max(Math.trunc(value) || 0, 0), Number.MAX_SAFE_INTEGER)
