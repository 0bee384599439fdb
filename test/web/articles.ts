import type { Article } from "./entries.ts"

const FIRE = `Ministry puts losses at Orlava depot at nine

The Defence Ministry of Velmora said on Tuesday that nine soldiers were killed when a fuel depot near Orlava burned for two nights. “We know what happened there,” its spokesman, Ilko Barat, told reporters, “and we will answer it.”

According to Barat, the governor of the province had warned in spring that the depot stood too close to the road.

A hospital worker in Orlava, who asked not to be named, doubted the figure: “I counted between 20 and 25 myself.” He believed that more were still missing.

The neighbouring republic of Ostrand denied any part in it. Its foreign minister, Sena Tolvaj, called the accusation “a tale for the evening news”.

Nothing moved on the road the next morning.

“Nobody asked us.”`

export const fire: Article = {
  url: "https://northern-courier.example/orlava-depot",
  publisher: "Northern Courier",
  title: "Ministry puts losses at Orlava depot at nine",
  published: "2031-03-04T08:10Z",
  bylines: ["Pela Ostin", "R. Quill"],
  text: FIRE,
  removed: [
    { text: "Share this story", reason: "a button, not text", score: 0.01, at: 0 },
    { text: "More from the province: five recipes with rye", reason: "links to other pages", score: 0.2, at: 0 },
  ],
  sayings: [
    {
      source: "The Defence Ministry of Velmora",
      cue: "said",
      content: ["nine soldiers were killed when a fuel depot near Orlava burned for two nights"],
      confidence: 0.97,
    },
    {
      source: "its spokesman, Ilko Barat",
      cue: "told reporters",
      content: ["“We know what happened there,”", "“and we will answer it.”"],
      act: "threaten",
      quotation: "direct",
      confidence: 0.95,
    },
    {
      source: "Barat",
      cue: "According to",
      after: "answer it.”",
      content: ["the governor of the province had warned in spring that the depot stood too close to the road"],
      confidence: 0.91,
    },
    {
      source: "the governor of the province",
      cue: "had warned",
      content: ["the depot stood too close to the road"],
      act: "warn",
      within: 2,
      confidence: 0.74,
    },
    {
      source: "A hospital worker in Orlava, who asked not to be named,",
      cue: "doubted",
      content: ["the figure: “I counted between 20 and 25 myself.”"],
      act: "doubt",
      quotation: "mixed",
      confidence: 0.86,
    },
    { source: "He", after: "myself.” ", cue: "believed", content: ["that more were still missing"], act: "believe" },
    {
      source: "The neighbouring republic of Ostrand",
      cue: "denied",
      content: ["any part in it"],
      act: "deny",
      confidence: 0.94,
    },
    {
      source: "Its foreign minister, Sena Tolvaj,",
      cue: "called",
      content: ["the accusation “a tale for the evening news”"],
      act: "deny",
      quotation: "mixed",
      confidence: 0.88,
    },
    { content: ["“Nobody asked us.”"], quotation: "direct", confidence: 0.35 },
  ],
}

/** Printed word for word by somebody else: the same text, another document. */
export const copy: Article = {
  ...fire,
  url: "https://harbour-post.example/world/4711",
  publisher: "The Harbour Post",
  title: "Nine dead in Orlava blaze, says ministry",
  published: "2031-03-05",
  bylines: [],
  removed: [],
  seenAt: "2031-03-05T07:30:00.000Z",
}

export const reply: Article = {
  publisher: "Radio Selm",
  title: "Ostrand speaks of a tale",
  published: "2031-03-06",
  text: "Ostrand’s foreign minister said again on Thursday that her country had no part in the fire.\nThe opposition demanded to see the pictures.",
  seen: "/news/radio-selm.txt",
  seenAt: "2031-03-06T11:05:00.000Z",
  sayings: [
    {
      source: "Ostrand’s foreign minister",
      cue: "said again",
      content: ["her country had no part in the fire"],
      act: "deny",
    },
    { source: "The opposition", cue: "demanded", content: ["to see the pictures"], act: "demand", confidence: 0.55 },
  ],
}

export const foreign: Article = {
  url: "https://selmer-bote.example/brand",
  publisher: "Selmer Bote",
  title: "Lager brennt zwei Nächte",
  language: "de",
  text: "Das Lager brannte zwei Nächte lang. Niemand war zu erreichen.",
  seenAt: "2031-03-03T06:00:00.000Z",
  sayings: null,
}

export const hostile: Article = {
  url: "javascript:alert(1)",
  publisher: '"><script>alert("publisher")</script>',
  title: "<script>alert('title')</script> & <b>bold</b>",
  bylines: ["<img src=x onerror=alert(2)>"],
  text: 'Mr </p><script>alert("source")</script> said that <b onclick="x">all</b> was & will be &amp; well.',
  seen: "javascript:alert(3)",
  seenAt: "2031-03-01T06:00:00.000Z",
  removed: [
    { text: "<iframe src=//evil.example></iframe>", reason: "</q><script>alert(4)</script>", score: null, at: 0 },
  ],
  sayings: [
    {
      source: 'Mr </p><script>alert("source")</script>',
      cue: "said",
      content: ['that <b onclick="x">all</b> was & will be &amp; well'],
    },
  ],
}

const QUAY = `Quay burns at Orlava as both sides count

Oru Vane, the harbour warden of Orlava, said on Tuesday that more than 70 raiders and two dockers were killed. “They came at the old fair’s eve,” he told the Courier, “and five boats are gone.”

The raiders’ council denied any losses. A clip filmed from the mole showed only smoke, according to the Tarn Group, which compared it with pictures of the harbour.

They are said to have landed near Brask.`

/** An article with something of each kind beside what was said, resolved and unresolved. */
export const quay: Article = {
  url: "https://northern-courier.example/orlava-quay",
  publisher: "Northern Courier",
  title: "Quay burns at Orlava as both sides count",
  published: "2031-03-05",
  text: QUAY,
  sayings: [
    {
      source: "Oru Vane, the harbour warden of Orlava,",
      cue: "said",
      content: ["more than 70 raiders and two dockers were killed"],
      confidence: 0.97,
      speaker: "Oru Vane",
      onBehalfOf: "Orlava Harbour Board",
    },
    {
      source: "he",
      after: "fair’s eve,” ",
      cue: "told the Courier",
      content: ["and five boats are gone"],
      quotation: "direct",
      speaker: "Oru Vane",
    },
    {
      source: "The raiders’ council",
      cue: "denied",
      content: ["any losses"],
      act: "deny",
      speaker: "raiders’ council",
    },
    {
      source: "the Tarn Group, which compared it with pictures of the harbour",
      cue: "according to",
      content: ["A clip filmed from the mole showed only smoke"],
      speaker: "Tarn Group",
    },
    { source: "They", cue: "are said", after: "harbour.\n\n", content: ["to have landed near Brask"] },
  ],
  findings: ({ entity, figure, time, place, evidence, spanOf }, [said, told, denied, according]) => {
    const killed = figure("more than 70", { low: 71, of: "raiders", status: "combatant", attribution: said!.id })
    const asOf = { asOf: spanOf("on Tuesday"), meant: "2031-03-04", said: "2031-03-04", period: "incident" as const }
    const boats = { low: 5, high: 5, measure: "destroyed" as const, of: "boats", attribution: told!.id }
    return {
      entities: [
        entity(["Oru Vane", "he told"], { name: "Oru Vane", kind: "person", roles: ["harbour warden"] }),
        entity(["harbour warden of Orlava"], { name: "Orlava Harbour Board", kind: "organisation" }),
        entity(["The raiders’ council"], { name: "raiders’ council", kind: "group" }),
        entity(["the Tarn Group"], { name: "Tarn Group", kind: "organisation" }),
      ],
      figures: [
        { ...killed, ...asOf },
        figure("two", { low: 2, high: 2, of: "dockers", status: "civilian", attribution: said!.id, partOf: killed.id }),
        figure("five", boats),
        figure("any losses", { low: 0, high: 0, measure: "casualties", attribution: denied!.id }),
      ],
      times: [
        time("on Tuesday", "2031-03-04"),
        time("the old fair’s eve", null, { because: ["no feast of the table"] }),
      ],
      places: [
        place("Orlava", { country: "NO", latitude: 59.1, longitude: 10.2, precision: "city", because: ["invented"] }),
        place("Brask", { because: ["not in the gazetteer"] }),
      ],
      evidence: [
        evidence("A clip filmed from the mole", {
          ...{ kind: "video", checker: spanOf("the Tarn Group"), method: "compared", stance: "against" },
          ...{ finding: spanOf("only smoke"), attribution: according!.id },
        }),
        evidence("pictures of the harbour", { kind: "photo", stance: "open" }),
      ],
    }
  },
}
