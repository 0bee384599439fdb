// Makes the program: installs what is missing, compiles src/ to dist/. Prints to stderr only. Does nothing twice.
import { spawnSync } from "node:child_process"
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { needsInstall } from "./needs-install.mjs"
import { wrongNode } from "./node-version.mjs"
import { filesBelow, stampOf } from "./stamp.mjs"

export const ROOT = fileURLToPath(new URL("..", import.meta.url))

const SOURCES = ["src", "tsconfig.json", "package.json", "package-lock.json"]
const TSC = "node_modules/typescript/bin/tsc"
const STAMP = join(ROOT, ".stamps/build")

/** Install and compile what has changed since the last time. Throws with a sentence to be shown when it cannot. */
export function build() {
  const wrong = wrongNode(process.version)
  if (wrong) throw new Error(wrong)
  install()
  const stamp = stampOf(ROOT, SOURCES)
  if (readOrNull(STAMP) === stamp && existsSync(join(ROOT, "dist/cli/main.js"))) return
  console.error("Building Counterclaim …")
  // Beside the old one until it is whole: what is running still finds its files, and no half of a build is ever started.
  const fresh = `build/dist-${process.pid}`
  try {
    run(process.execPath, [TSC, "-p", "tsconfig.json", "--outDir", fresh], "the sources do not compile")
    copyOthers(fresh)
    rmSync(join(ROOT, "dist"), { recursive: true, force: true })
    renameSync(join(ROOT, fresh), join(ROOT, "dist"))
  } finally {
    rmSync(join(ROOT, fresh), { recursive: true, force: true })
  }
  mkdirSync(dirname(STAMP), { recursive: true })
  writeFileSync(STAMP, stamp)
}

/** What somebody linked in from elsewhere is theirs to keep up: npm would empty it for everybody. */
const isLinked = () => lstatSync(join(ROOT, "node_modules"), { throwIfNoEntry: false })?.isSymbolicLink() === true

function install() {
  if (isLinked()) return
  const wanted = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8"))
  const installed = readOrNull(join(ROOT, "node_modules/.package-lock.json"))
  if (!needsInstall(wanted, installed && JSON.parse(installed))) return
  console.error("Installing what Counterclaim needs …")
  const npm = process.env.npm_execpath
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"]
  const failed = "npm could not install the packages; check the connection to the registry"
  if (npm?.endsWith(".js")) run(process.execPath, [npm, ...args], failed)
  else run(process.platform === "win32" ? "npm.cmd" : "npm", args, failed)
}

/**
 * What tsc leaves behind: SQL, style sheets, scripts for the browser.
 * @param {string} fresh
 */
function copyOthers(fresh) {
  for (const file of filesBelow(ROOT, "src").filter((path) => !/\.(tsx?|gitkeep)$/.test(path))) {
    const to = join(ROOT, file.replace(/^src/, fresh))
    mkdirSync(dirname(to), { recursive: true })
    copyFileSync(join(ROOT, file), to)
  }
}

/**
 * Run a program with all that it prints on stderr.
 * @param {string} command
 * @param {string[]} args
 * @param {string} failed what to say when it fails
 */
function run(command, args, failed) {
  const shell = command.endsWith(".cmd")
  const { status, error } = spawnSync(command, args, { cwd: ROOT, stdio: ["ignore", 2, 2], shell })
  if (error || status !== 0) throw new Error(error ? `${failed} (${error.message})` : failed)
}

/**
 * The text of a file; null when there is none.
 * @param {string} path
 */
export function readOrNull(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : null
}

/**
 * Run a script's main part when it is the one that was started; a failure is one line and status 1.
 * @param {string} url the script's own
 * @param {() => void | Promise<void>} work
 */
export async function main(url, work) {
  const [, started] = process.argv
  if (!started || url !== pathToFileURL(realpathSync(started)).href) return
  try {
    await work()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}

await main(import.meta.url, build)
