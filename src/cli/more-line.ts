/** What is said where an answer holds more than was printed; with JSON Lines on stderr, so that nothing is cut off unseen. */
export const moreLine = (limit: number): string => `There are more: --limit ${limit * 10}.`
