/**
 * What is wrong with this version of Node ("v18.1.0"), in words; null when it is new enough.
 * @param {string} version
 * @returns {string | null}
 */
export function wrongNode(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return null
  return `Counterclaim needs Node 20.19 or later, and this is ${version}; install a newer one from your system or nodejs.org`
}
