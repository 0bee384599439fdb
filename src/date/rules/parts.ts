/** Pieces that several patterns share. */
export const MONTH = "(?:{month|doubtful-month}|{short-month}{dot}?)"
export const WEEKDAY = "(?:{weekday}|{short-weekday}{dot}?)"
export const SEASON = "{season|doubtful-season}"
export const EDGE = "(?:{the}?{later|earlier|edge}(?:{edge}|{part}|{half})?(?:{hyphen}|{of}|{preposition})?)"
export const ABOUT = "(?:{about}|{more}{than}|{preposition}{edge})"
const NUMBER = "(?:{number|day-number|figure|year-number}(?:{hyphen}?{and}?{number}){0,6})"
export const COUNT = `(?:{article}?{more}?(?:{vague}|${NUMBER})(?:{of})?{more}?|{article}{more}?|{more})`
export const PLAIN_COUNT = `(?:${NUMBER}|{vague})`
