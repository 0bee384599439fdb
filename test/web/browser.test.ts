import assert from "node:assert/strict"
import { existsSync } from "node:fs"
import { type Browser, chromium, type Page } from "playwright-core"
import { afterAll, beforeAll, beforeEach, describe, test } from "vitest"
import { serve } from "../../src/web/server.ts"
import { toJudgement } from "../ledger/entries.ts"
import { copy, fire, foreign, hostile, quay, reply } from "./articles.ts"
import { entryOf } from "./entries.ts"
import { filledLedger } from "./filled-ledger.ts"

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
const executablePath = [process.env.CHROMIUM_PATH ?? "", ...PLACES].find((path) => path !== "" && existsSync(path))
if (!executablePath) {
  console.warn("pages are not tested in a browser: no Chromium is installed (set CHROMIUM_PATH to its program)")
}

const fireEntry = entryOf(fire)
const documentPath = `/documents/${fireEntry.document.id}`
const [said, told, , warned, , , , called] = fireEntry.run!.attributions.map(({ id }) => id)
const hostilePath = `/documents/${entryOf(hostile).document.id}`
const quayPath = `/documents/${entryOf(quay).document.id}`
const MISSING = "/nothing"
const PATHS = [
  "/",
  "/documents",
  documentPath,
  quayPath,
  `${documentPath}?doubtful=1`,
  hostilePath,
  `/attributions/${said}`,
]
const ALL = [...PATHS, "/claims?words=depot", `/attributions/${told}`, "/sources", "/search?q=depot", MISSING]

describe.skipIf(!executablePath)("in Chromium", () => {
  let browser: Browser
  let site: { url: string; close(): Promise<void> }
  let withScripts: Page
  let withoutScripts: Page
  /** Everything that went wrong in the pages so far. */
  let faults: string[]

  beforeAll(async () => {
    const ledger = await filledLedger([fire, copy, reply, foreign, hostile, quay])
    await ledger.judge(toJudgement({ left: told!, right: said!, verdict: "disputes", reason: "nine, not ten" }))
    await ledger.judge(toJudgement({ left: told!, right: null, verdict: "wrong" }))
    await ledger.judge(toJudgement({ left: told!, right: null, verdict: "withdrawn", by: "user:tove" }))
    site = await serve({ ledger, port: 0 })
    browser = await chromium.launch({ executablePath: executablePath!, args: ["--no-sandbox", "--disable-gpu"] })
    // No smooth scrolling: a jump has arrived when it is made.
    const options = { viewport: { width: 1400, height: 900 }, reducedMotion: "reduce" } as const
    withScripts = await browser.newPage(options)
    withoutScripts = await browser.newPage({ ...options, javaScriptEnabled: false })
    withScripts.on("console", (message) => faults.push(message.text()))
    withScripts.on("pageerror", (error) => faults.push(error.message))
    withScripts.on("dialog", (dialog) => faults.push(`dialog: ${dialog.message()}`))
    withScripts.on("request", (request) => {
      if (!request.url().startsWith(site.url)) faults.push(`asked for ${request.url()}`)
    })
  })

  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  beforeEach(async () => {
    faults = []
    for (const page of [withScripts, withoutScripts]) await page.setViewportSize({ width: 1400, height: 900 })
  })

  const open = async (path: string, page = withScripts): Promise<Page> => {
    // From another page: one address that differs in its fragment only would not be loaded anew.
    await page.goto("about:blank")
    await page.goto(site.url + path)
    return page
  }

  const isInView = (page: Page, selector: string) =>
    page.evaluate(`(({ top, bottom }) => top >= 0 && bottom <= innerHeight)(${find(selector)}.getBoundingClientRect())`)

  /** What the style sheet gives an element, or what it draws before it. */
  const style = (page: Page, selector: string, property: string, pseudo = "") =>
    page.evaluate(`getComputedStyle(${find(selector)}, "${pseudo}").getPropertyValue("${property}")`)

  for (const path of ALL) {
    test(`fits a telephone, reads well by day and night, and causes no complaint: ${path.split("-")[0]}`, async () => {
      await withScripts.setViewportSize({ width: 360, height: 740 })
      const page = await open(path)
      const { scrollWidth, clientWidth } = (await page.evaluate(WIDTHS)) as Record<string, number>
      assert.equal(scrollWidth, clientWidth)
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme })
        assert.deepEqual(await page.evaluate(WEAK_WORDS), [], colorScheme)
      }
      // The browser itself reports the page that is not there.
      assert.deepEqual(faults, path === MISSING ? [faults[0]] : [])
    })
  }

  test("a judgement leads to the other claim, and one that was taken back is struck through", async () => {
    const page = await open(`/attributions/${told}`, withoutScripts)
    const struck = ".judgements .withdrawn strong"
    assert.equal(await style(page, struck, "text-decoration-line"), "line-through")
    assert.equal(await style(page, ".judgements li:not(.withdrawn) strong", "text-decoration-line"), "none")
    await page.locator(".judgements a").click()
    assert.equal(new URL(page.url()).pathname, `/attributions/${said}`)
  })

  for (const how of ["with", "without"] as const) {
    test(`jumps from the number in the text to the card and back, ${how} JavaScript`, async () => {
      const page = how === "with" ? withScripts : withoutScripts
      await page.setViewportSize({ width: 1000, height: 400 })
      await open(documentPath, page)
      await page.locator(`#in-${told}`).click()
      assert.equal(new URL(page.url()).hash, `#${told}`)
      assert.equal(await page.locator(":target .source").textContent(), "its spokesman, Ilko Barat")
      assert.equal(await isInView(page, ":target"), true)
      await page.locator(`:target .number`).click()
      assert.equal(new URL(page.url()).hash, `#in-${told}`)
      assert.equal(await page.locator(":target").getAttribute("data-number"), "2")
      assert.equal(await isInView(page, ":target"), true)
    })
  }

  test("a permalink lands on its card, and lights up its words and no others", async () => {
    await withScripts.setViewportSize({ width: 1000, height: 400 })
    const page = await open(`${documentPath}#${called}`)
    assert.equal(await isInView(page, ":target"), true)
    const colour = (number: number, role: string) =>
      style(page, `.mark.${role}[data-mark='${number}']`, "background-color")
    assert.equal(await colour(8, "source"), await colour(8, "content"))
    assert.notEqual(await colour(8, "source"), await colour(7, "source"))
    assert.notEqual(await colour(8, "content"), await colour(7, "content"))
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme })
      assert.deepEqual(await page.evaluate(WEAK_WORDS), [], colorScheme)
    }
  })

  test("a permalink to a doubtful one opens what was closed, without JavaScript", async () => {
    const page = await open(`${documentPath}#${warned}`, withoutScripts)
    assert.equal(await page.locator(`#${warned}`).isVisible(), true)
    assert.equal(await isInView(page, ":target"), true)
  })

  test("doubtful marks are not drawn until their cards are opened, without JavaScript", async () => {
    const page = await open(documentPath, withoutScripts)
    const number = page.locator(`#in-${warned}`)
    assert.equal(await number.isVisible(), false)
    await page.locator("details.doubtful summary").first().click()
    assert.equal(await number.isVisible(), true)
  })

  test("what is copied from a paragraph is what was printed, without numbers and brackets", async () => {
    const page = await open(`${documentPath}?doubtful=1`)
    const copied = await page.evaluate(
      `getSelection().selectAllChildren(document.querySelectorAll(".text")[2]); getSelection().toString().trim()`,
    )
    assert.equal(
      copied,
      "According to Barat, the governor of the province had warned in spring that the depot stood too close to the road.",
    )
  })

  test("source, cue and content differ in more than colour", async () => {
    const page = await open(documentPath)
    const look = async (role: string) => [
      await style(page, `.text .mark.${role}`, "font-weight"),
      await style(page, `.text .mark.${role}`, "font-style"),
      await style(page, `.text .mark.${role}`, "text-decoration-style"),
      String(await style(page, `.text .mark.${role}`, "content", "::before")).startsWith('"['),
    ]
    assert.deepEqual(
      [await look("source"), await look("cue"), await look("content")],
      [
        ["700", "normal", "solid", false],
        ["400", "italic", "dotted", false],
        ["400", "normal", "solid", true],
      ],
    )
  })

  /** The words that the notes in sight are on. */
  const notesInSight = (page: Page) => page.locator(".note:visible q").allTextContents()
  const mark = (page: Page, words: string) => page.locator(".text .mark", { hasText: new RegExp(`^${words}$`) }).last()
  /** A note waits a moment before it comes up. */
  const waited = (page: Page, words: string) => page.locator(".note:visible", { hasText: words }).waitFor()

  test("pointing at a mark tells what it means, at its side and in sight, without JavaScript", async () => {
    const page = await open(quayPath, withoutScripts)
    for (const words of ["more than 70", "the old fair’s eve", "on Tuesday", "he", "A clip filmed from the mole"]) {
      await mark(page, words).hover()
      await waited(page, words)
      assert.deepEqual(await notesInSight(page), [words])
      const [note, here] = [await page.locator(".note:visible").boundingBox(), await mark(page, words).boundingBox()]
      assert.ok(note!.x >= 0 && note!.y >= 0 && note!.x + note!.width <= 1400 && note!.y + note!.height <= 900, words)
      assert.ok(Math.abs(note!.y - here!.y - here!.height) < 60 || note!.y + note!.height <= here!.y + 2, words)
    }
  })

  test("where marks nest, the innermost is told alone", async () => {
    const page = await open(quayPath, withoutScripts)
    await mark(page, "pictures of the harbour").hover()
    await waited(page, "pictures of the harbour")
    assert.deepEqual(await notesInSight(page), ["pictures of the harbour"])
  })

  test("a note stays while the pointer is on it, so that its links can be used", async () => {
    const page = await open(quayPath, withoutScripts)
    await mark(page, "more than 70").hover()
    await waited(page, "more than 70")
    await page.locator(".note:visible a", { hasText: "Oru Vane (1)" }).click()
    assert.equal(await page.locator(".card:target .number").textContent(), "1")
  })

  test("the keyboard brings a note up, keeps it with Enter, and closes it again", async () => {
    const page = await open(quayPath, withoutScripts)
    await mark(page, "five").focus()
    await page.keyboard.press("Shift+Tab")
    await page.keyboard.press("Tab")
    await waited(page, "five")
    assert.deepEqual(await notesInSight(page), ["five"])
    const described = await mark(page, "five").getAttribute("aria-describedby")
    assert.match((await page.locator(`[id="${described}"]`).textContent())!, /exactly 5/)
    await page.keyboard.press("Enter")
    await page.locator(":target .close").click()
    await page.mouse.move(5, 5)
    assert.equal(await page.locator(".mark:target").textContent(), "five")
  })

  test("on a telephone a tap brings the note up at the foot of the window, where it hides no more than half", async () => {
    await withoutScripts.setViewportSize({ width: 360, height: 740 })
    const page = await open(quayPath, withoutScripts)
    await mark(page, "A clip filmed from the mole").click()
    const note = await page.locator(".note:target").boundingBox()
    assert.deepEqual([note!.x, note!.width, Math.round(note!.y + note!.height)], [0, 360, 740])
    assert.ok(note!.height <= 370)
    assert.equal(await isInView(page, "a.mark.evidence"), true)
  })

  test("what is not resolved looks so, and its kind is told by more than colour", async () => {
    const page = await open(quayPath)
    const line = (selector: string) => style(page, `.text ${selector}`, "text-decoration-style")
    assert.deepEqual(
      await Promise.all([".figure", ".place", ".time", ".place.unresolved", ".time.unresolved"].map(line)),
      ["double", "solid", "wavy", "dashed", "dashed"],
    )
    assert.equal(await style(page, ".text .unresolved", "content", "::after"), '"?"')
    assert.equal(await line(".source.unresolved"), "dashed")
    assert.equal(await line(".source"), "solid")
  })

  test("a switch takes the lines of a kind away, without JavaScript", async () => {
    const page = await open(quayPath, withoutScripts)
    const line = () => style(page, ".text .figure", "text-decoration-line")
    assert.equal(await line(), "underline")
    await page.getByLabel("4 figures").uncheck()
    assert.equal(await line(), "none")
  })

  test("the side list leads to the words", async () => {
    const page = await open(quayPath, withoutScripts)
    await page.locator(".in-this-text a", { hasText: "5 boats destroyed" }).click()
    assert.equal(await page.locator(".mark:target").textContent(), "five")
    assert.equal(await isInView(page, ".mark:target"), true)
  })

  test("nothing of the notes is copied with the text", async () => {
    const page = await open(quayPath)
    await mark(page, "five").hover()
    await waited(page, "five")
    const copied = await page.evaluate(
      `getSelection().selectAllChildren(document.querySelectorAll(".text")[2]); getSelection().toString().trim()`,
    )
    assert.match(String(copied), /^The raiders’ council denied any losses\. A clip .* pictures of the harbour\.$/)
  })

  test("the filters of the claims work as a plain form, without JavaScript", async () => {
    const page = await open("/claims", withoutScripts)
    await page.getByLabel("Act").selectOption("deny")
    await page.getByLabel("Source").fill("tolvaj")
    await page.getByRole("button", { name: "Filter" }).click()
    assert.deepEqual(await page.locator(".act").allTextContents(), ["deny", "deny"])
    assert.equal(await page.getByLabel("Source").inputValue(), "tolvaj")
  })

  test("links and fields are reached with the keyboard, and the focus is seen", async () => {
    const page = await open(documentPath)
    const reached: unknown[] = []
    for (let i = 0; i < 14; i++) {
      await page.keyboard.press("Tab")
      reached.push(await page.evaluate("document.activeElement.getAttribute('href') ?? document.activeElement.name"))
      assert.notEqual(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle"), "none")
    }
    for (const wanted of ["#main", "/claims", "q", `#${said}`, `#in-${said}`])
      assert.ok(reached.includes(wanted), wanted)
  })
})

const find = (selector: string): string => `document.querySelector("${selector}")`

const WIDTHS = `(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }))(document.documentElement)`

/** Run in the page: every piece of text whose contrast with what lies behind it is below 4.5, with the contrast. */
const WEAK_WORDS = `(() => {
  const parse = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number)
  const over = ([r, g, b, a = 1], below) => [r, g, b].map((c, i) => c * a + below[i] * (1 - a))
  const behind = (node) => {
    if (!node) return [255, 255, 255]
    const colour = parse(getComputedStyle(node).backgroundColor)
    return colour[3] === undefined ? colour : over(colour, behind(node.parentElement))
  }
  const light = (colour) => {
    const [r, g, b] = colour.map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05)
  const weak = []
  const check = (node, pseudo) => {
    const style = getComputedStyle(node, pseudo)
    const back = behind(node)
    const found = contrast(over(parse(style.color), back), back)
    if (found < 4.5) weak.push([node.className || node.tagName, pseudo, found.toFixed(2)].join(" "))
  }
  for (const node of document.body.querySelectorAll("*")) {
    const own = [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim())
    if (own || node.tagName === "INPUT" || node.tagName === "SELECT") check(node, null)
    for (const pseudo of ["::before", "::after"]) if (!["none", "normal"].includes(getComputedStyle(node, pseudo).content)) check(node, pseudo)
  }
  return weak
})()`
