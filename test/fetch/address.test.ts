import assert from "node:assert/strict"
import { BlockList } from "node:net"
import fc from "fast-check"
import { test } from "vitest"
import { addressRules, checkHost } from "../../src/fetch/address.ts"
import { failsWith } from "./server.ts"

const closed = addressRules()

const INNER = ["127.0.0.1", "10.0.0.1", "172.16.9.9", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"]

test("public addresses may be reached", () => {
  for (const address of ["1.1.1.1", "172.32.0.1", "100.128.0.1", "11.0.0.1", "2606:4700::1111", "2a00:1450:4001::5"])
    assert.equal(closed.refusal(address), null, address)
})

test("loopback, private, link-local, carriers', multicast and unspecified addresses are refused, each by its kind", () => {
  const kinds = {
    "127.0.0.1": "a loopback address",
    "127.255.255.254": "a loopback address",
    "::1": "a loopback address",
    "10.255.0.1": "a private address",
    "172.31.255.255": "a private address",
    "192.168.0.1": "a private address",
    "fd12::1": "a private address",
    "169.254.1.1": "a link-local address",
    "fe80::1": "a link-local address",
    "fe80::1%eth0": "a link-local address",
    "100.64.0.1": "a carrier's inner address",
    "224.0.0.1": "a multicast address",
    "ff02::1": "a multicast address",
    "0.0.0.0": "an unspecified address",
    "::": "an unspecified address",
    "255.255.255.255": "a reserved address",
    "169.254.169.254": "a cloud's metadata address",
    "100.100.100.200": "a cloud's metadata address",
    "168.63.129.16": "a cloud's metadata address",
    "fd00:ec2::254": "a cloud's metadata address",
    "2001:db8::1": "an address for examples",
    "4000::1": "an address outside the public Internet",
    "::7f00:1": "an address outside the public Internet",
    "no address": "no IP address",
    "": "no IP address",
  }
  assert.deepEqual(Object.fromEntries(Object.keys(kinds).map((address) => [address, closed.refusal(address)])), kinds)
})

/** The forms of IPv6 that lead to an IPv4 address. */
function wrapped(address: string): string[] {
  const [a = 0, b = 0, c = 0, d = 0] = address.split(".").map(Number)
  const hex = (high: number, low: number) => (high * 256 + low).toString(16)
  const groups = `${hex(a, b)}:${hex(c, d)}`
  return [`::ffff:${address}`, `::ffff:${groups}`, `64:ff9b::${address}`, `64:ff9b::${groups}`, `2002:${groups}::1`]
}

test("an inner address is refused however IPv6 wraps it", () => {
  for (const address of INNER.flatMap(wrapped)) assert.notEqual(closed.refusal(address), null, address)
})

test("a public address may be reached however IPv6 wraps it", () => {
  for (const address of wrapped("1.2.3.4")) assert.equal(closed.refusal(address), null, address)
})

test("wrapping an IPv4 address never changes the answer", () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      for (const form of wrapped(address)) assert.equal(closed.refusal(form), closed.refusal(address), form)
    }),
  )
})

test("no IPv6 address outside 2000::/3 may be reached, but wrapped IPv4 ones", () => {
  const outside = new BlockList()
  outside.addSubnet("2000::", 3, "ipv6")
  outside.addSubnet("64:ff9b::", 96, "ipv6")
  outside.addSubnet("::ffff:0:0", 96, "ipv6")
  fc.assert(
    fc.property(fc.ipV6(), (address) => {
      if (!outside.check(address, "ipv6")) assert.notEqual(closed.refusal(address), null, address)
    }),
    { numRuns: 500 },
  )
})

test("an allowed range opens itself, in every form, and nothing beside it", () => {
  const { refusal } = addressRules(["10.1.0.0/16", "fd00::/8", "127.0.0.1"])
  for (const address of ["10.1.2.3", "fd12::1", "127.0.0.1", ...wrapped("10.1.2.3")])
    assert.equal(refusal(address), null)
  for (const address of ["10.2.0.1", "127.0.0.2", "fe80::1", "::1", ...wrapped("10.2.0.1")])
    assert.notEqual(refusal(address), null, address)
})

test("an allowed range may be written as IPv6 around IPv4", () => {
  assert.equal(addressRules(["::ffff:10.0.0.0/104"]).refusal("::ffff:10.0.0.1"), null)
})

test("what is no range is refused with the way to write it", () => {
  for (const range of ["localhost", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/8/8", "fd00::/129", "10.0.0.0/-1", ""])
    assert.throws(() => addressRules([range]), failsWith("fetch/allow", "10.1.0.0/16"), range)
})

test("literal addresses are recognised in every way of writing them", () => {
  const hosts =
    "0x7f000001 2130706433 017700000001 127.1 0177.0.0.1 [::1] [::ffff:10.0.0.1] [64:ff9b::10.0.0.1] ①②⑦.0.0.1"
  for (const host of `${hosts} 127.0.0.1. [0:0:0:0:0:ffff:7f00:1] 0 [::]`.split(" "))
    assert.throws(() => checkHost(new URL(`http://${host}/`), closed), failsWith("fetch/refused-address"), host)
})

test("names that stand for an inner address are refused without asking", () => {
  for (const host of ["localhost", "LOCALHOST.", "a.localhost", "metadata.google.internal", "instance-data"])
    assert.throws(() => checkHost(new URL(`http://${host}/`), closed), failsWith("fetch/refused-address"), host)
  assert.doesNotThrow(() => checkHost(new URL("http://localhost/"), addressRules(["127.0.0.0/8"])))
  assert.doesNotThrow(() => checkHost(new URL("http://news.example/"), closed))
})
