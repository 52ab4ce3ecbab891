import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { HashTable } from "./blocklist-table.ts";
import { decodeTables } from "./blocklist-table.ts";
import { packageRoot } from "./package-root.ts";
import { choicesIn, isOneBlockRepeated } from "./predictable-shape.ts";

export type Blocklist = {
  /** Whether the password is common, breached, or a simple variation of such a one. Case does not count. */
  has(password: string): boolean;
};

let opened: Promise<Blocklist> | undefined;

/**
 * The offline list of common and breached passwords (sources and licences: NOTICE.md; rebuilt by `blocklist:build`).
 * Read on first use and kept: about 1 MB. False refusals by hashing: under one in a million. Refused are
 * - every listed password of 12 characters or more, in any case;
 * - one listed word or password, or two of the thousand most common words, in any case, forwards or backwards, with
 *   leetspeak (`P@55w0rd`), under at most 6 further choices of digits and signs before and after (`Welcome2026!!`);
 * - what repeats, counts or walks the keyboard, up to 6 choices in all (`Aaaaaaaaaa1!`, `1qaz@WSX3edc`).
 * Three unrelated words, or random characters, pass.
 */
export function openBlocklist(): Promise<Blocklist> {
  opened ??= readFile(join(packageRoot(), "data", "blocklist.bin")).then(blocklistFrom, (error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

/** The rules over given tables: every listed password and word, and the most common words. */
function blocklistFrom(bytes: Uint8Array): Blocklist {
  const [listed, frequent] = decodeTables(bytes);
  if (!listed || !frequent) throw new Error("The blocklist file lacks a table.");
  const has = (password: string): boolean => {
    const text = password.normalize("NFC").slice(0, LONGEST).toLowerCase();
    return (
      listed.has(text) ||
      choicesIn(text) <= FEW_CHOICES ||
      isOneBlockRepeated(text) ||
      isDecorated(text, listed, frequent)
    );
  };
  return { has };
}

/** Past this a password is no variation of a common one; spec ID-3 caps passwords at 128 code points. */
const LONGEST = 256;
const FEW_CHOICES = 6;

function isDecorated(text: string, listed: HashTable, frequent: HashTable): boolean {
  const lead = LEADING.exec(text)?.[0].length ?? 0;
  const trail = TRAILING.exec(text)?.[0].length ?? 0;
  // Signs may belong to the word ("$ecret") or to its decoration ("!secret"): every split is tried.
  for (let start = 0; start <= Math.min(lead, WIDEST); start += 1) {
    for (let cut = 0; cut <= Math.min(trail, WIDEST) && start + cut < text.length; cut += 1) {
      if (choicesIn(text.slice(0, start)) + choicesIn(text.slice(text.length - cut)) > FEW_CHOICES) continue;
      if (isCommonWord(text.slice(start, text.length - cut), listed, frequent)) return true;
    }
  }
  return false;
}

const LEADING = /^[^\p{L}]+/u;
const TRAILING = /[^\p{L}]+$/u;
const WIDEST = 16;

function isCommonWord(core: string, listed: HashTable, frequent: HashTable): boolean {
  if (core.length < SHORTEST_WORD) return false;
  for (const word of plainReadings(core)) {
    if (word.length < SHORTEST_WORD) continue;
    if (listed.has(word) || listed.has([...word].reverse().join("")) || isTwoCommon(word, listed, frequent))
      return true;
  }
  const [first = "", second = "", ...more] = core.split(/[^\p{L}]+/u);
  return more.length === 0 && frequent.has(first) && frequent.has(second);
}

const SHORTEST_WORD = 4;

/** The core as it is, and read as leetspeak ("1" is an i or an l), each also without the separators between its letters. */
function plainReadings(core: string): Set<string> {
  const asI = core.replace(/[^\p{L}]/gu, (sign) => LEET.get(sign) ?? sign);
  const asL = core.replace(/[^\p{L}]/gu, (sign) => ("1!|".includes(sign) ? "l" : (LEET.get(sign) ?? sign)));
  return new Set([core, asI, asL].flatMap((reading) => [reading, reading.replace(/[\s._,~=*/-]/g, "")]));
}

const LEET: ReadonlyMap<string, string> = new Map([
  ["@", "a"],
  ["4", "a"],
  ["8", "b"],
  ["(", "c"],
  ["3", "e"],
  ["6", "g"],
  ["9", "g"],
  ["1", "i"],
  ["!", "i"],
  ["|", "i"],
  ["0", "o"],
  ["$", "s"],
  ["5", "s"],
  ["7", "t"],
  ["+", "t"],
  ["2", "z"],
]);

/** A word twice ("trustno1trustno1"), or two of the most common ones. */
function isTwoCommon(text: string, listed: HashTable, frequent: HashTable): boolean {
  const half = text.slice(0, text.length / 2);
  if (half.length >= SHORTEST_WORD && half + half === text && listed.has(half)) return true;
  for (let cut = SHORTEST_WORD; cut <= text.length - SHORTEST_WORD; cut += 1) {
    if (frequent.has(text.slice(0, cut)) && frequent.has(text.slice(cut))) return true;
  }
  return false;
}
