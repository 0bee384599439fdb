/** The few styles that the program uses; each gives the text back as it is where colours are off. */
export type Style = Readonly<Record<keyof typeof CODES, (text: string) => string>>

const CODES = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39], cyan: [36, 39] } as const

type Environment = Readonly<Record<string, string | undefined>>

/** Colours only on a terminal; FORCE_COLOR (but 0 and false) turns them on anywhere, else NO_COLOR turns them off. */
export function hasColours(env: Environment, isTerminal: boolean): boolean {
  const forced = env.FORCE_COLOR
  if (forced !== undefined) return forced !== "0" && forced !== "false"
  return isTerminal && !env.NO_COLOR && env.TERM !== "dumb"
}

export function toStyle(colours: boolean): Style {
  const painter = ([on, off]: readonly [number, number]) =>
    colours ? (text: string) => `\u001b[${on}m${text}\u001b[${off}m` : (text: string) => text
  return Object.fromEntries(Object.entries(CODES).map(([name, codes]) => [name, painter(codes)])) as Style
}
