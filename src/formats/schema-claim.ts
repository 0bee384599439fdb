import type { AttributionView, DocumentHead, SpeakerView } from "../model/ledger.ts"

const TYPES: Readonly<Partial<Record<SpeakerView["kind"], string>>> = { person: "Person", organisation: "Organization" }

/**
 * One attribution as a `Claim` of schema.org (JSON-LD): who is said to claim it (`author` where a person or an organisation
 * is known, `creditText` as printed) and where it was printed. It says nothing of what is true. https://schema.org/Claim
 */
export function toSchemaClaim({ attribution, document, speaker, sourceText, contentText }: AttributionView) {
  const type = speaker && TYPES[speaker.kind]
  return {
    "@context": "https://schema.org",
    "@type": "Claim",
    "@id": `urn:counterclaim:${attribution.id}:${document.id}`,
    text: contentText.join(" … "),
    ...(speaker && type && { author: { "@type": type, name: speaker.name } }),
    ...(sourceText !== null && { creditText: sourceText }),
    appearance: toArticle(document),
  }
}

const toArticle = ({ id, url, title, publisher, published }: DocumentHead) => ({
  "@type": "NewsArticle",
  "@id": `urn:counterclaim:${id}`,
  ...(url !== null && { url }),
  ...(title !== null && { headline: title }),
  ...(published && { datePublished: published.value }),
  ...(publisher !== null && { publisher: { "@type": "Organization", name: publisher } }),
})
