import { CounterclaimError } from "../model/error.ts"

/**
 * Parse an address that may be fetched, without its fragment. `given` may hang on `base`, as in a redirect.
 * Throws `fetch/address` (no address at all), `fetch/scheme` (not http or https), `fetch/credentials`
 * (a user name or password in it). A password never stands in the message.
 */
export function parseUrl(given: string, base?: URL): URL {
  const url = URL.canParse(given, base?.href) ? new URL(given, base) : null
  if (!url) throw notAnAddress(given)
  url.hash = ""
  if (url.username !== "" || url.password !== "") throw withCredentials(url)
  if (url.protocol !== "http:" && url.protocol !== "https:") throw otherScheme(url)
  return url
}

const notAnAddress = (given: string): CounterclaimError =>
  new CounterclaimError({
    code: "fetch/address",
    what: "it is not a web address",
    where: withoutUser(given),
    fix: "write it as https://host/path",
  })

const withCredentials = (url: URL): CounterclaimError =>
  new CounterclaimError({
    code: "fetch/credentials",
    what: "the address carries a user name or a password",
    where: `${url.protocol}//…@${url.host}${url.pathname}`,
    fix: "leave out what stands before the @",
  })

const otherScheme = (url: URL): CounterclaimError =>
  new CounterclaimError({
    code: "fetch/scheme",
    what: `"${url.protocol.slice(0, -1)}" is not fetched`,
    where: url.href,
    fix: "give an http or https address, or the path of a file",
  })

const withoutUser = (given: string): string => given.replace(/\/\/[^/@]*@/, "//…@")
