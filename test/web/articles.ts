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
