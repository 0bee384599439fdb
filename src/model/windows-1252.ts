// What bytes and numbers 128 to 159 stand for; five stand for nothing and stay what they are.
const MEANT = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ"

/** The character that a number from 128 to 159 stands for in Windows-1252. */
export const ofWindows1252 = (code: number): string => MEANT[code - 128]!

const CONTROLS = /[\u0080-\u009f]/g

/**
 * The characters of bytes in Windows-1252, which is what "latin1", "ascii" and a dozen other labels mean
 * (https://encoding.spec.whatwg.org/#names-and-labels). Does not throw.
 * Some versions of Node (20.20 among them) read bytes 128 to 159 as control characters there; these are mended.
 */
export const decodeWindows1252 = (bytes: Uint8Array): string =>
  new TextDecoder("windows-1252").decode(bytes).replace(CONTROLS, (control) => ofWindows1252(control.charCodeAt(0)))
