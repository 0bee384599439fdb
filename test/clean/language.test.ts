import assert from "node:assert/strict"
import { eld } from "eld/extrasmall"
import fc from "fast-check"
import { describe, test } from "vitest"
import { languageOf } from "../../src/clean/language.ts"

/** What the detector whose table is shipped makes of a text. */
function byDetector(text: string): string | null {
  const result = eld.detect(text)
  return result.isReliable() && result.language !== "" ? result.language : null
}

const SENTENCES: readonly (readonly [string, string])[] = [
  ["en", "The mayor of Varn said on Monday that the bridge over the river would be closed until the spring."],
  ["de", "Der Bürgermeister von Varn sagte am Montag, die Brücke über den Fluss bleibe bis zum Frühjahr gesperrt."],
  ["fr", "Le maire de Varn a déclaré lundi que le pont sur la rivière resterait fermé jusqu'au printemps."],
  ["es", "El alcalde de Varn dijo el lunes que el puente sobre el río permanecerá cerrado hasta la primavera."],
  ["ru", "Мэр города Варн заявил в понедельник, что мост через реку будет закрыт до весны."],
  ["el", "Ο δήμαρχος του Βαρν είπε τη Δευτέρα ότι η γέφυρα στο ποτάμι θα μείνει κλειστή ως την άνοιξη."],
]

describe("languageOf", () => {
  test("tells the language of a sentence", () => {
    for (const [language, sentence] of SENTENCES) assert.equal(languageOf(sentence), language)
  })

  test("does not guess at a few words", () => {
    assert.equal(languageOf("Yes, on Monday."), null)
  })

  test("says what the detector says whose table it reads, whatever stands between the words", () => {
    const word = fc.constantFrom(...SENTENCES.flatMap(([, sentence]) => sentence.split(" ")))
    const mark = fc.constantFrom(" ", "\n", ", ", " ’", "' ", "’t ", "`", " 12 ", "—", "😀", "x".repeat(80))
    const text = fc.array(fc.tuple(word, mark), { minLength: 60, maxLength: 120 })
    fc.assert(
      fc.property(text, (parts) => {
        const value = parts.flat().join("")
        assert.equal(languageOf(value), byDetector(value))
      }),
    )
  })

  test("does not throw on any characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 100, maxLength: 500 }), (text) => {
        languageOf(text)
      }),
      { numRuns: 30 },
    )
  })
})
