import type { IPv4, IPv6 } from "ipaddr.js";
import ipaddr from "ipaddr.js";

/**
 * Reads `TRUSTED_PROXIES`: addresses and CIDR ranges, comma or space separated. Throws a RangeError that names the
 * first entry it cannot read, so that a typing mistake stops the start instead of trusting nobody.
 */
export function parseTrustedProxies(text: string): string[] {
  const entries = text.split(/[\s,]+/).filter(Boolean);
  const wrong = entries.find((entry) => parseRange(entry) === null);
  if (wrong !== undefined)
    throw new RangeError(`TRUSTED_PROXIES: "${wrong.slice(0, 60)}" is no address or CIDR range.`);
  return entries;
}

/**
 * The address a request came from. `X-Forwarded-For` counts only when the peer is a trusted proxy; then it is read from the
 * right, past further trusted proxies, to the first address that is not one. An entry that is no address ends the walk at the
 * last proxy that could be named. IPv4-mapped addresses come out as IPv4. Null if even the peer is unknown. Never throws.
 */
export function clientIp(
  peer: string | null | undefined,
  forwardedFor: string | null | undefined,
  trustedProxies: readonly string[],
): string | null {
  let nearest = parsePeer(peer);
  if (!nearest) return null;
  const ranges = rangesOf(trustedProxies);
  // Only the right end was written by proxies of ours; what lies further left is whatever the client sent.
  const hops = (forwardedFor ?? "").slice(-LONGEST_HEADER).split(",").slice(-MOST_HOPS);
  while (isWithin(nearest, ranges)) {
    const next: Ip | null = parseIp(withoutPort(hops.pop()));
    if (!next) break;
    nearest = next;
  }
  return text(nearest);
}

/** The unit that limits per address count: an IPv4 address, or the /64 of an IPv6 one (a household or a host has all of it). */
export function ipGroup(ip: string | null | undefined): string {
  const address = parseIp(ip);
  if (!address) return "unknown";
  if (address.kind() === "ipv4") return text(address);
  const network = address.toByteArray().map((byte, index) => (index < 8 ? byte : 0));
  return `${text(ipaddr.fromByteArray(network))}/64`;
}

export type Ip = IPv4 | IPv6;

/** An address from text, IPv4-mapped ones as IPv4, a zone dropped; null for anything else. */
export function parseIp(text: string | null | undefined): Ip | null {
  const bare = (text ?? "").trim().split("%", 1)[0] ?? "";
  if (bare.length > 45 || !(ipaddr.IPv4.isValidFourPartDecimal(bare) || ipaddr.IPv6.isValid(bare))) return null;
  return ipaddr.process(bare);
}

/** The last few peers, already read: behind a proxy they are always the same ones. */
const peers = new Map<string, Ip | null>();
const MOST_PEERS = 100;

function parsePeer(peer: string | null | undefined): Ip | null {
  const key = peer ?? "";
  const known = peers.get(key);
  if (known !== undefined) return known;
  if (peers.size >= MOST_PEERS) peers.clear();
  const ip = parseIp(peer);
  peers.set(key, ip);
  return ip;
}

const LONGEST_HEADER = 4096;
const MOST_HOPS = 32;

type Range = [Ip, number];

const known = new WeakMap<readonly string[], Range[]>();

function rangesOf(proxies: readonly string[]): Range[] {
  const ranges = known.get(proxies) ?? proxies.map(parseRange).filter((range) => range !== null);
  known.set(proxies, ranges);
  return ranges;
}

function parseRange(entry: string): Range | null {
  const [base = "", bits, ...rest] = entry.split("/");
  const ip = parseIp(base);
  if (!ip || rest.length > 0) return null;
  const width = ip.kind() === "ipv4" ? 32 : 128;
  if (bits === undefined) return [ip, width];
  // A mapped range such as ::ffff:10.0.0.0/104 counts its bits over 128.
  const mapped = width === 32 && base.includes(":");
  const length = /^\d{1,3}$/.test(bits) ? Number(bits) - (mapped ? 96 : 0) : -1;
  return length >= 0 && length <= width ? [ip, length] : null;
}

function isWithin(ip: Ip, ranges: readonly Range[]): boolean {
  return ranges.some((range) => range[0].kind() === ip.kind() && ip.match(range));
}

/** "203.0.113.7:4711" and "[2001:db8::1]:4711", as some proxies write them. */
function withoutPort(hop: string | undefined): string {
  const entry = (hop ?? "").trim();
  return /^\[([^\]]{1,60})\](?::\d{1,5})?$/.exec(entry)?.[1] ?? /^([\d.]{7,15}):\d{1,5}$/.exec(entry)?.[1] ?? entry;
}

function text(ip: Ip): string {
  return ip.kind() === "ipv6" ? (ip as IPv6).toRFC5952String() : ip.toString();
}
