#!/usr/bin/env node
import { runProcess } from "./run-process.ts"

await runProcess((run, io) => run(process.argv.slice(2), io))
