/** Words of a text in quotation marks; those that begin and end with marks of their own get no others. */
export const quoted = (words: string): string => (/^[“"].*[”"]$/su.test(words) ? words : `“${words}”`)
