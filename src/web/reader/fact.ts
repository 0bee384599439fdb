/** One line of a note: what is told, and what was found; `open`: nothing was, which the value says in words. */
export type Fact = Readonly<{ name: string; value: string; open?: true; href?: string }>

/** A fact that may not have been found: `none` says so then. */
export const fact = (name: string, value: string | null, none = "not said"): Fact =>
  value === null || value === "" ? { name, value: none, open: true } : { name, value }
