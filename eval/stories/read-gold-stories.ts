import { readdirSync, readFileSync } from "node:fs"
import { basename, join } from "node:path"
import type { StoryDocument } from "counterclaim"
import { someGold } from "../some-gold.ts"

/** An article, the event that it tells of, and the topic: a topic's two events look alike. */
export type GoldArticle = StoryDocument & Readonly<{ name: string; event: string; topic: number }>

/** Topics from here on are held out of everything. */
const HELD_OUT = 36

/** ECB+ as EVENT/NAME.json, by name; the figures of EVENT are its topic. Topics from 36 on are left out. Throws `eval/no-gold` when there is none. */
export function readGoldStories(folder: string): GoldArticle[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  const articles = files.flatMap((file) => {
    const [event = "", name, ...deeper] = file.split(/[\\/]/)
    const topic = Number.parseInt(event, 10)
    const isArticle = name?.endsWith(".json") && deeper.length === 0
    return isArticle && topic < HELD_OUT ? [{ ...readArticle(join(folder, file)), event, topic }] : []
  })
  // As the names of .txt files are sorted, which training/stories reads.
  articles.sort((a, b) => (`${a.name}.txt` < `${b.name}.txt` ? -1 : 1))
  return someGold(articles, {
    what: "there is no EVENT/NAME.json",
    where: folder,
    fix: "give the folder of ECB+, one folder an event",
  })
}

function readArticle(path: string): Omit<GoldArticle, "event" | "topic"> {
  const { title, text } = JSON.parse(readFileSync(path, "utf8")) as Readonly<{ title: string; text: string }>
  const whole = `${title}\n\n${text}\n`
  const blank = whole.indexOf("\n\n")
  const name = basename(path, ".json")
  return { name, title: whole.slice(0, blank), body: whole.slice(blank + 2), published: null }
}
