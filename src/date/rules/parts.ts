/** Pieces that several patterns share. */
export const MONTH = "(?:{month|doubtful-month}|{short-month}{dot}?)"
export const WEEKDAY = "(?:{weekday}|{short-weekday}{dot}?)"
export const SEASON = "{season|doubtful-season}"
/** "late on", "the early part of", "the end of": a "start" or "close" without "of" may be a verb. */
export const EDGE =
  "(?:{the}?{later|earlier|edge}(?:{edge}|{bound}|{part}|{half})?(?:{hyphen}|{of}|{preposition})?|{the}?{edge}?{bound}(?:{hyphen}|{of}))"
export const ABOUT = "(?:{about}|{more}{than}|{preposition}{edge|bound})"
const NUMBER = "(?:{number|day-number|figure|year-number}(?:{hyphen}?{and}?{number}){0,6})"
export const COUNT = `(?:{article}?{more}?(?:{vague}|${NUMBER})(?:{of})?{more}?|{article}{more}?|{more})`
export const PLAIN_COUNT = `(?:${NUMBER}|{vague})`
