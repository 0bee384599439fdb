import { CounterclaimError } from "../../model/error.ts"

/** Whether an error is the ledger's or the state's: then nothing more can be kept, and all stops. */
export const isOfLedger = (error: unknown): boolean =>
  error instanceof CounterclaimError && /^(?:ledger|watch)\//.test(error.code)
