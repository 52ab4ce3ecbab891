import { createHash, randomBytes } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hashToken, isToken, newToken } from "./tokens.ts";

test("a token carries 160 bits in 32 characters of base32", () => {
  expect(newToken((size) => new Uint8Array(size).fill(0xff))).toBe("7".repeat(32));
  expect(newToken((size) => Buffer.from("f00ba4f00ba4f00ba4f0".repeat(2), "hex").subarray(0, size))).toHaveLength(32);
  expect(newToken(() => Buffer.from("Hello, world! 123456"))).toBe("jbswy3dpfqqho33snrsccibrgiztinjw");
});

test("ten thousand tokens are distinct and well formed", () => {
  const tokens = new Set(Array.from({ length: 10_000 }, () => newToken(randomBytes)));
  expect(tokens.size).toBe(10_000);
  for (const token of tokens) expect(isToken(token)).toBe(true);
});

test("no source of the product takes chance from Math.random, which can be foretold", () => {
  const root = join(import.meta.dirname, "../../..");
  const sources = globSync("{packages,apps}/*/src/**/*.{ts,tsx}", { cwd: root });
  const product = sources.filter((path) => !/\.test\.tsx?$|packages[\\/]testing/.test(path));
  expect(product.length).toBeGreaterThan(300);
  const wild = product.filter((path) => readFileSync(join(root, path), "utf8").includes("Math.random"));
  expect(wild).toEqual([]);
});

test("the hash is plain SHA-256", () => {
  const token = newToken(randomBytes);
  expect(hashToken(token)).toEqual(createHash("sha256").update(token).digest());
});

test("what is not a token is told apart", () => {
  for (const text of [
    "",
    "A".repeat(32),
    "a".repeat(31),
    "a".repeat(33),
    `${"a".repeat(32)}\n`,
    "1".repeat(32),
    "__proto__",
  ]) {
    expect(isToken(text)).toBe(false);
  }
});
