/** Rewords a text the way that machines do which copy news: words for words, sentences in another order, a part left out. */

export type RewordOptions = Readonly<{
  /** Share of the sentences that are left out. Default 0.3. */
  cut?: number
  /** Share of the words that have another one for which it is taken. Default 0.8. */
  replace?: number
}>

/** Pairs that stand for each other, in both directions. */
const PAIRS =
  "said:stated told:informed big:large small:little began:started ended:finished show:reveal shows:reveals showed:revealed help:assist helped:assisted " +
  "people:individuals police:officers killed:slain died:perished hurt:injured attack:assault attacks:assaults attacked:assaulted build:construct built:constructed " +
  "buy:purchase bought:purchased get:obtain got:obtained give:provide gave:provided made:created make:create use:employ used:employed using:employing " +
  "need:require needs:requires needed:required want:desire wanted:desired think:believe thought:believed many:numerous several:various about:around " +
  "also:additionally but:however because:since after:following before:prior while:whereas near:beside often:frequently now:currently then:afterwards " +
  "new:fresh old:former good:fine bad:poor important:significant main:principal major:key first:initial last:final next:subsequent early:initially late:belatedly " +
  "year:twelvemonth month:moon day:date house:home car:vehicle cars:vehicles child:kid children:kids woman:lady man:gentleman doctor:physician lawyer:attorney " +
  "company:firm companies:firms worker:employee workers:employees boss:chief leader:head leaders:heads money:cash price:cost prices:costs job:post jobs:posts " +
  "government:administration law:statute rule:regulation rules:regulations meeting:gathering talks:negotiations deal:agreement plan:scheme plans:schemes " +
  "problem:issue problems:issues answer:reply asked:questioned called:named found:discovered finds:discovers saw:noticed see:notice heard:learned " +
  "went:travelled come:arrive came:arrived left:departed returned:reverted sent:dispatched brought:carried taken:seized took:grabbed held:kept keep:retain " +
  "fire:blaze storm:tempest quake:tremor earthquake:quakes flood:deluge crash:collision ship:vessel boat:craft plane:aircraft town:settlement city:municipality " +
  "area:region areas:regions part:portion place:spot places:spots way:manner world:globe country:nation countries:nations war:conflict peace:calm " +
  "report:account reports:accounts reported:recounted statement:declaration announced:declared warned:cautioned denied:rejected claimed:asserted added:continued " +
  "very:extremely almost:nearly only:just still:yet more:further most:chiefly less:fewer under:below over:above between:amid against:versus during:throughout " +
  "same:identical different:distinct possible:feasible likely:probable clear:evident sure:certain hard:difficult easy:simple fast:quick slow:sluggish " +
  "strong:powerful weak:feeble rich:wealthy happy:glad sad:unhappy angry:furious afraid:scared whole:entire own:personal"

const OTHER = new Map(
  PAIRS.split(" ").flatMap((pair) => {
    const [a, b] = pair.split(":") as [string, string]
    return [[a, b] as const, [b, a] as const]
  }),
)

/** `draw` gives numbers from 0 to 1; the same numbers give the same text. */
export function reword(text: string, draw: () => number, { cut = 0.3, replace = 0.8 }: RewordOptions = {}): string {
  const sentences = text.split(/(?<=[.!?]["”']?)\s+/).filter((sentence) => sentence.trim() !== "")
  const kept = sentences.filter(() => draw() >= cut)
  for (let i = kept.length - 1; i > 0; i--) {
    const j = Math.floor(draw() * (i + 1))
    ;[kept[i], kept[j]] = [kept[j]!, kept[i]!]
  }
  return kept.map((sentence) => replaceWords(sentence, draw, replace)).join(" ")
}

const replaceWords = (sentence: string, draw: () => number, share: number): string =>
  sentence.replace(/[A-Za-z]+/g, (word) => {
    const other = OTHER.get(word.toLowerCase())
    if (!other || draw() >= share) return word
    return /^[A-Z]/.test(word) ? other.charAt(0).toUpperCase() + other.slice(1) : other
  })
