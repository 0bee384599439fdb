import { memoryLedger } from "../../src/ledger/memory.ts"
import { ledgerContract } from "./contract.ts"

ledgerContract("the ledger in memory", async () => memoryLedger())
