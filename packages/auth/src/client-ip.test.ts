import { expect, test } from "vitest";
import { clientIp, ipGroup, parseTrustedProxies } from "./client-ip.ts";

const proxies = parseTrustedProxies("10.0.0.0/8, 192.0.2.1  2001:db8:ffff::/48,::ffff:172.16.0.0/108");

test("a forwarded address from an untrusted peer is ignored", () => {
  expect(clientIp("203.0.113.9", "198.51.100.1", proxies)).toBe("203.0.113.9");
  expect(clientIp("203.0.113.9", "198.51.100.1", [])).toBe("203.0.113.9");
});

test("behind trusted proxies the first address from the right that is none of them counts", () => {
  expect(clientIp("10.1.2.3", "198.51.100.1", proxies)).toBe("198.51.100.1");
  expect(clientIp("10.1.2.3", "1.1.1.1, 198.51.100.1, 192.0.2.1, 10.9.9.9", proxies)).toBe("198.51.100.1");
  expect(clientIp("2001:db8:ffff::1", "2001:DB8:0:0::7", proxies)).toBe("2001:db8::7");
  expect(clientIp("172.17.0.1", "198.51.100.4", proxies)).toBe("198.51.100.4");
});

test("IPv4-mapped addresses are IPv4", () => {
  expect(clientIp("::ffff:203.0.113.9", null, proxies)).toBe("203.0.113.9");
  expect(clientIp("::ffff:10.0.0.1", "::ffff:198.51.100.1", proxies)).toBe("198.51.100.1");
});

test("where all hops are trusted the farthest counts", () => {
  expect(clientIp("10.0.0.1", "10.0.0.3, 10.0.0.2", proxies)).toBe("10.0.0.3");
  expect(clientIp("10.0.0.1", "", proxies)).toBe("10.0.0.1");
});

test("ports and brackets are understood", () => {
  expect(clientIp("10.0.0.1", "198.51.100.1:4711", proxies)).toBe("198.51.100.1");
  expect(clientIp("10.0.0.1", "[2001:db8::5]:443", proxies)).toBe("2001:db8::5");
});

test("an entry that is no address ends the walk at the last proxy known", () => {
  for (const bad of [
    "unknown",
    "_hidden",
    "0x7f.1",
    "1",
    "017700000001",
    "1.2.3",
    "<script>",
    "\0",
    "::1::",
    "999.1.1.1",
    " ",
    "1.2.3.4/8",
  ]) {
    expect(clientIp("10.0.0.1", `198.51.100.1, ${bad}`, proxies)).toBe("10.0.0.1");
    expect(clientIp("10.0.0.1", `${bad}, 198.51.100.1`, proxies)).toBe("198.51.100.1");
  }
});

test("nothing throws, whatever comes and however long it is", () => {
  for (const text of [
    null,
    undefined,
    "",
    ",".repeat(1_000_000),
    "10.0.0.1,".repeat(100_000),
    "9".repeat(1_000_000),
    "[".repeat(100_000),
  ]) {
    expect(clientIp("10.0.0.1", text, proxies)).toBe("10.0.0.1");
    expect(clientIp(text, "1.1.1.1", proxies)).toBeNull();
  }
  expect(clientIp("10.0.0.1", "1.1.1.1", ["nonsense", "10.0.0.0/99"])).toBe("10.0.0.1");
});

test("an IPv6 address counts by its /64, an IPv4 one alone", () => {
  expect(ipGroup("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64");
  expect(ipGroup("2001:db8:1:2::1")).toBe("2001:db8:1:2::/64");
  expect(ipGroup("2001:db8:1:3::1")).not.toBe(ipGroup("2001:db8:1:2::1"));
  expect(ipGroup("203.0.113.9")).toBe("203.0.113.9");
  expect(ipGroup("::ffff:203.0.113.9")).toBe("203.0.113.9");
  for (const nothing of [null, undefined, "", "nonsense"]) expect(ipGroup(nothing)).toBe("unknown");
});

test("a mistyped proxy list is named at the start", () => {
  expect(parseTrustedProxies("")).toEqual([]);
  for (const bad of ["10.0.0.0/33", "10.0.0", "::/129", "10.0.0.0/8/8", "10.0.0.0/", "10.0.0.0/-1", "proxy.local"]) {
    expect(() => parseTrustedProxies(`127.0.0.1,${bad}`)).toThrow(bad);
  }
});
