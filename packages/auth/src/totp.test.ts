import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { findTotpStep, newTotpSecret, otpauthUrl, totpCode } from "./totp.ts";

/** The key of RFC 6238, appendix B ("12345678901234567890"), and the last six digits of its SHA-1 column. */
const RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const RFC_CODES = [
  [59, "287082"],
  [1111111109, "081804"],
  [1111111111, "050471"],
  [1234567890, "005924"],
  [2000000000, "279037"],
  [20000000000, "353130"],
] as const;

test.each(RFC_CODES)("RFC 6238, appendix B: at %i the code is %s", (seconds, code) => {
  const at = new Date(seconds * 1000);
  expect(totpCode(RFC_SECRET, at)).toBe(code);
  expect(findTotpStep(RFC_SECRET, code, at)).toBe(Math.floor(seconds / 30));
});

test("another program's codes are the same, over keys and times by chance", () => {
  for (let round = 0; round < 20; round++) {
    const secret = newTotpSecret(randomBytes);
    const seconds = randomBytes(4).readUInt32BE();
    const told = execFileSync("oathtool", ["--totp", "--base32", `--now=@${seconds}`, secret], { encoding: "utf8" });
    expect(totpCode(secret, new Date(seconds * 1000))).toBe(told.trim());
  }
});

test("a code counts one step early and one late, and says which step it is of", () => {
  const at = (seconds: number) => new Date(1_800_000_000_000 + seconds * 1000);
  const code = totpCode(RFC_SECRET, at(0));
  const step = 60_000_000;
  for (const seconds of [-30, -1, 0, 29, 30, 59]) expect(findTotpStep(RFC_SECRET, code, at(seconds))).toBe(step);
  for (const seconds of [-31, 60]) expect(findTotpStep(RFC_SECRET, code, at(seconds))).toBeNull();
});

test.each(["", "28708", "2870822", "abcdef", "２８７０８２"])("%j is no code", (text) => {
  expect(findTotpStep(RFC_SECRET, text, new Date(59_000))).toBeNull();
});

test("a key has 160 bits, in the letters that apps read", () => {
  expect(newTotpSecret(() => Buffer.from("12345678901234567890"))).toBe(RFC_SECRET);
  const keys = new Set(Array.from({ length: 1000 }, () => newTotpSecret(randomBytes)));
  expect(keys.size).toBe(1000);
  for (const key of keys) expect(key).toMatch(/^[A-Z2-7]{32}$/);
});

test("the address names product and person, whatever is in their names", () => {
  const url = new URL(otpauthUrl({ issuer: "Prona & Flow", name: "a:b+c@example.com", secret: RFC_SECRET }));
  expect(decodeURIComponent(url.pathname)).toMatch(/Prona & Flow:a:b\+c@example\.com$/);
  expect(Object.fromEntries(url.searchParams)).toEqual({
    secret: RFC_SECRET,
    issuer: "Prona & Flow",
    algorithm: "SHA1",
    digits: "6",
    period: "30",
  });
});
