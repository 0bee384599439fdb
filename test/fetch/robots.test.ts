import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import { parseRobots } from "../../src/fetch/robots.ts"

/** Of these paths, the ones that are allowed. */
const allowed = (text: string, ...paths: string[]): string[] => {
  const rules = parseRobots(text, "Counterclaim")
  return paths.filter((path) => rules.allows(path))
}

test("without rules all is allowed", () => {
  for (const text of ["", "User-agent: *", "User-agent: *\nDisallow:", "<html>Not found</html>", "Disallow: /"])
    assert.deepEqual(allowed(text, "/", "/a"), ["/", "/a"], text)
})

test("a pattern is the beginning of a path", () => {
  assert.deepEqual(allowed("User-agent: *\nDisallow: /a", "/", "/b/a", "/a", "/ab", "/a/b?c"), ["/", "/b/a"])
})

test("the group that names the program counts, whatever the case, and not the one for all", () => {
  const text = "User-agent: *\nDisallow: /\n\nuser-agent: other\nUSER-AGENT: counterCLAIM/2.0 # ours\nDisallow: /b"
  assert.deepEqual(allowed(text, "/a", "/b"), ["/a"])
})

test("a program whose name only begins alike is another", () => {
  assert.deepEqual(allowed("User-agent: counterclaimer\nDisallow: /", "/a"), ["/a"])
  assert.deepEqual(allowed("User-agent: counter\nDisallow: /", "/a"), ["/a"])
})

test("several groups for one name are joined, and unknown lines end none", () => {
  const text =
    "User-agent: *\nCrawl-delay: 9\nUser-agent: x\nDisallow: /a\nSitemap: http://x\nDisallow: /b\nUser-agent: *\nDisallow: /c"
  assert.deepEqual(allowed(text, "/a", "/b", "/c", "/d"), ["/d"])
})

test("the longest pattern decides, allow when two are as long", () => {
  const text =
    "User-agent: *\nDisallow: /a\nAllow: /a/b\nDisallow: /a/b/c\nAllow: /x\nDisallow: /x\nDisallow: /y\nAllow: /y"
  assert.deepEqual(allowed(text, "/a", "/a/b", "/a/b/c", "/x", "/y"), ["/a/b", "/x", "/y"])
})

test("a star stands for anything, a dollar for the end", () => {
  assert.deepEqual(allowed("User-agent: *\nDisallow: /*.pdf$", "/a.pdf", "/a.pdf?x", "/b/.pdf", "/apdf"), [
    "/a.pdf?x",
    "/apdf",
  ])
  assert.deepEqual(allowed("User-agent: *\nDisallow: /$", "/", "/a"), ["/a"])
  assert.deepEqual(allowed("User-agent: *\nDisallow: *?id=*&x", "/a?id=1", "/a?id=1&x=2", "/b?x&id=1"), [
    "/a?id=1",
    "/b?x&id=1",
  ])
  assert.deepEqual(allowed("User-agent: *\nDisallow: /ab*bc$", "/abc", "/abbc"), ["/abc"])
})

test("escaped and bare letters are the same, escaped slashes are not", () => {
  assert.deepEqual(allowed("User-agent: *\nDisallow: /%61/ü", "/a/%C3%BC", "/a/%c3%bc", "/a/u"), ["/a/u"])
  assert.deepEqual(allowed("User-agent: *\nDisallow: /a%2fb", "/a/b", "/a%2Fb"), ["/a/b"])
})

test("line ends of every kind, comments and a byte order mark are read", () => {
  const text = "\uFEFFUser-agent: * # all\rDisallow: /a # not this\r\n  disallow : /b\n"
  assert.deepEqual(allowed(text, "/a", "/b", "/c"), ["/c"])
})

test("no pattern takes long, and no text throws", () => {
  const stars = `User-agent: *\nDisallow: /${"*a".repeat(5000)}*b$`
  const start = performance.now()
  assert.deepEqual(allowed(stars, `/${"a".repeat(20_000)}`), [`/${"a".repeat(20_000)}`])
  assert.ok(performance.now() - start < 2000)
  fc.assert(
    fc.property(fc.uint16Array(), fc.uint16Array(), (...codes) => {
      const [text = "", path = ""] = codes.map((units) => String.fromCharCode(...units))
      assert.equal(typeof parseRobots(`User-agent: *\nDisallow: ${text}`, "x").allows(path), "boolean")
    }),
  )
})

test("stars and dollars agree with the regular expression that they stand for", () => {
  const letters = fc.string({ unit: fc.constantFrom("a", "b", "*", "$"), maxLength: 8 })
  const path = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 8 })
  fc.assert(
    fc.property(letters, path, (pattern, rest) => {
      const body = pattern.replace(/\$+$/, "").replaceAll("$", "")
      const end = pattern.endsWith("$") ? "$" : ""
      const expected = new RegExp(`^/${body.replaceAll("*", ".*")}${end}`).test(`/${rest}`)
      assert.equal(allowed(`User-agent: *\nDisallow: /${body}${end}`, `/${rest}`).length, expected ? 0 : 1)
    }),
    { numRuns: 1000 },
  )
})
