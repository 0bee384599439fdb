import assert from "node:assert/strict"
import fc from "fast-check"
import { describe, test } from "vitest"
import { loadNames } from "../../../src/lexicon/names.ts"
import { compareNames } from "../../../src/reconcile/names/compare-names.ts"
import { editDistance } from "../../../src/reconcile/names/edit-distance.ts"
import { toNameForm } from "../../../src/reconcile/names/name-form.ts"
import { romanisedCost } from "../../../src/reconcile/names/romanised-cost.ts"

const lexicon = loadNames()
const same = (left: string, right: string): boolean => compareNames(left, right, lexicon).same
const words = (name: string): string[] => toNameForm(name, lexicon).words.map(({ latin }) => latin)

describe("two spellings may be one name", () => {
  test.each([
    ["in another order", "Vane, Orulin", "Orulin Vane"],
    ["with a title", "Gen. Orulin Vane", "Orulin Vane"],
    ["with a middle name more", "Orulin Petrovich Vanev", "Orulin Vanev"],
    ["with an initial", "Orulin P. Vanev", "Orulin Petrovich Vanev"],
    ["with a slip of the finger", "Orulim Vanesko", "Orulin Vanesko"],
    ["with a word cut in two", "Orulin Vane sko", "Orulin Vanesko"],
    ["without accents", "Jérôme Ostélan", "Jerome Ostelan"],
    ["with the legal form written out", "Lodmark Ferries Limited Liability Company", "Lodmark Ferries LLC"],
    ["in Cyrillic letters", "Ростислав Гурченков", "Rostislav Gurchenkov"],
    ["in Greek letters", "Νικόλαος Βαρδάκης", "Nikolaos Vardakis"],
    ["in Ukrainian letters, as passports have it", "Юлія Жовтенюк", "Yuliia Zhovteniuk"],
    ["in Ukrainian letters, as Germans write them", "Юлія Жовтенюк", "Julia Schowtenjuk"],
    ["in Serbian letters", "Ђорђе Љубичић", "Đorđe Ljubičić"],
    ["in Serbian letters, without accents", "Чедомир Џајевић", "Cedomir Dzajevic"],
    ["in Arabic letters", "يوسف الحداد", "Youssef el-Haddad"],
    ["in Arabic letters, run together", "عبد الرحمن الخليلي", "Abdulrahman al-Khalili"],
  ])("%s", (_, left, right) => {
    assert.ok(same(left, right))
  })
})

describe("two spellings are two names", () => {
  test.each([
    ["of two families", "Orulin Vane", "Orulin Castellan"],
    ["of two given names", "Boris Vanesko", "Viktor Vanesko"],
    ["in two scripts", "Ростислав Гурченков", "Mikhail Paderov"],
    ["in Serbian letters", "Ђорђе Љубичић", "Djordje Petrovic"],
    ["in Arabic letters", "يوسف الحداد", "Omar al-Khalili"],
    ["of which one is a figure", "Гурченков", "1st"],
    ["of two companies in one trade", "Lodmark Ferries Ltd", "Quillmouth Ferries Ltd"],
  ])("%s", (_, left, right) => {
    assert.ok(!same(left, right))
  })
})

test("a name is folded into words without title, legal form, accent or apostrophe", () => {
  assert.deepEqual(words("Dr. Élise O'Harrow"), ["elise", "oharrow"])
  assert.deepEqual(words("A.B.C. Works, Inc."), ["abc", "works"])
  assert.deepEqual(toNameForm("ООО Лодмарк", lexicon).legal, "llc")
})

test("a name that is nothing but a title or a legal form keeps it", () => {
  assert.deepEqual(words("General"), ["general"])
  assert.deepEqual(words("Limited"), ["limited"])
})

test("a swap, a slip and a doubled letter are the fewer edits the more alike they sound", () => {
  assert.equal(editDistance("vane", "vnae"), 1)
  assert.equal(editDistance("vane", "vame"), 1)
  assert.ok(editDistance("vanne", "vane") < 0.5)
  assert.ok(editDistance("kadimir", "cadimir") < editDistance("kadimir", "badimir"))
})

test("a usual romanisation is cheaper than an unusual one, and both than another name", () => {
  const cost = (latin: string): number => romanisedCost("хрущевский", latin, lexicon)
  assert.ok(cost("khrushchevsky") < cost("hruscevskij"))
  assert.ok(cost("hruscevskij") < cost("paderov"))
})

describe("of spellings of one word, the cheaper one scores higher", () => {
  test.each([
    ["Хрущенко", ["khrushchenko", "khrushenko", "krushenko", "krutcheno"]],
    ["Ванеско", ["vanesko", "vanasko", "venasko"]],
    ["Гурченков", ["gurchenkov", "gurchenko", "garchenko"]],
  ])("%s", (cyrillic, spellings) => {
    const scores = spellings.map((latin) => compareNames(cyrillic, latin, lexicon).score)
    const costs = spellings.map((latin) => romanisedCost(cyrillic.toLowerCase(), latin, lexicon))
    assert.deepEqual(
      [...costs].sort((a, b) => a - b),
      costs,
    )
    assert.deepEqual(
      [...scores].sort((a, b) => b - a),
      scores,
    )
    assert.equal(new Set(scores).size, scores.length)
  })
})

test("what one way of romanising gives is never dear, whatever is usual", () => {
  for (const latin of ["chruschtschenko", "khrouchtchenko", "chruscenko", "khrushchenko"]) {
    assert.ok(romanisedCost("хрущенко", latin, lexicon) <= 0.6, latin)
  }
})

test("Arabic leaves short vowels out, and what it writes must be heard", () => {
  const cost = (latin: string): number => romanisedCost("محمود", latin, lexicon)
  assert.ok(cost("mahmoud") < cost("mohammed"))
  assert.ok(cost("mahmud") < 1)
})

describe("given names in Arabic letters", () => {
  const score = (left: string, right: string) => compareNames(left, right, lexicon).score

  test("are two persons' where a short one differs in a letter, however alike the rest", () => {
    const brothers = [
      ["حسن الحداد", "حسين الحداد"],
      ["سعد منصور", "سعيد منصور"],
      ["كمال درويش", "جمال درويش"],
      ["عمر الخليلي", "عمرو الخليلي"],
      ["حسن الحداد", "Hussein al-Haddad"],
      ["سعيد منصور", "Saad Mansour"],
      ["جمال درويش", "Jamil Darwish"],
      ["احمد بن حمد درويش", "احمد بن حامد درويش"],
    ] as const
    for (const [left, right] of brothers) assert.ok(score(left, right) < 0.5, `${left} ${right}`)
  })

  test("are one's where only the way of writing a letter differs, or short vowels are printed", () => {
    const spellings = [
      ["أحمد السالم", "احمد السالم"],
      ["فاطمة زيدان", "فاطمه زيدان"],
      ["مصطفى قاسم", "مصطفي قاسم"],
      ["مُحَمَّد السالم", "محمد السالم"],
      ["عبد الله منصور", "عبدالله منصور"],
      ["عبد الرحمن السالم", "Abdel Rahman al-Salem"],
      ["حسين الحداد", "Hossein al-Haddad"],
      ["إيلي قاسم", "Elie Kassem"],
      ["عمر الخليلي", "Omar al-Khalili"],
    ] as const
    for (const [left, right] of spellings) assert.ok(score(left, right) >= 0.8, `${left} ${right}`)
  })

  test("a family name that is spelt by ear is still one", () => {
    assert.ok(score("دالد كرامب", "دالد كرمب") >= 0.8)
  })
})

test("an alif within an Arabic word must be heard, at its head it need not", () => {
  const cost = (word: string, latin: string): number => romanisedCost(word, latin, lexicon)
  assert.ok(cost("جمال", "jamil") > 3.3 && cost("جمال", "jamal") < 1)
  assert.ok(cost("ابراهيم", "ibrahim") < 1)
})

test("whatever is compared, the score is 0 to 1, the same both ways, and highest for the name itself", () => {
  const names = fc.oneof(
    fc.string({ unit: "binary", maxLength: 20 }),
    fc.constantFrom("Oru Vane", "Лодмарк", "王", "א", ""),
  )
  fc.assert(
    fc.property(names, names, (left, right) => {
      const { score } = compareNames(left, right, lexicon)
      assert.ok(score >= 0 && score <= 1)
      assert.equal(score, compareNames(right, left, lexicon).score)
    }),
  )
})

test("a name is the same as itself", () => {
  const letters = fc.array(fc.constantFrom("va", "ne", "or", "ul", "ka", "sti"), { minLength: 2, maxLength: 5 })
  fc.assert(
    fc.property(fc.array(letters, { minLength: 1, maxLength: 4 }), (parts) => {
      const name = parts.map((part) => part.join("")).join(" ")
      assert.ok(same(name, name))
    }),
  )
})
