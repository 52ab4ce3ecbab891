import { fail, slugFrom } from "@pronaflow/contract";
import { Slug } from "@pronaflow/contract/inputs/workspaces";
import { DataSet, englishDataset, englishRecommendedTransformers, RegExpMatcher } from "obscenity";

/** Spec WS-1. */
export const MAX_OWNED_WORKSPACES = 20;
/** Spec WS-10: how long a deleted workspace can be restored. */
export const RESTORE_DAYS = 30;

const DAY_MS = 24 * 60 * 60 * 1000;

/** When a workspace deleted at `deletedAt` becomes final: from then on it cannot be restored, only purged. */
export function finalAtFrom(deletedAt: Date): Date {
  return new Date(deletedAt.getTime() + RESTORE_DAYS * DAY_MS);
}

/** Spec WS-10: how long an Owner may undo a deletion. */
const UNDO_MS = DAY_MS;

/** From when on an Owner can no longer undo what was deleted at `deletedAt`. */
export function undoUntilFrom(deletedAt: Date): Date {
  return new Date(deletedAt.getTime() + UNDO_MS);
}

/** Whether a typed confirmation is the name: the same characters, however they were composed. */
export function isSameName(typed: string, name: string): boolean {
  return typed.normalize("NFC").trim() === name.normalize("NFC").trim();
}

/** @throws INVALID_INPUT under the field where a name or an address is profane. */
export function refuseProfanity(input: { name?: string | undefined; slug?: string | undefined }): void {
  if (input.name && isProfane(input.name)) fail("INVALID_INPUT", {}, { name: ["WORKSPACE_NAME_PROFANE"] });
  if (input.slug && isProfane(input.slug)) fail("INVALID_INPUT", {}, { slug: ["SLUG_RESERVED"] });
}

// No vowels, so that a suffix spells nothing; none of a look-alike pair, so that two suffixes differ in skeleton.
const SUFFIX_ALPHABET = "bcdfghjkmpqrtxz234678";
const SUFFIX_LENGTHS = [3, 4, 5, 6, 7];

/** Addresses to try for a name, the plain one first, then with longer and longer random suffixes. */
export function slugCandidates(name: string, randomBytes: (length: number) => Uint8Array): string[] {
  const plain = slugFrom(name);
  const base = plain.length >= 2 ? plain : "workspace";
  const suffixed = SUFFIX_LENGTHS.map((length) => `${base}-${suffix(randomBytes(length))}`);
  return [plain, ...suffixed].filter((slug) => Slug.safeParse(slug).success);
}

function suffix(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => SUFFIX_ALPHABET[byte % SUFFIX_ALPHABET.length]).join("");
}

// Places, surnames, trades and words that hold a profane one, beyond those that the data set spares by itself.
const SPARED = [
  ..."scunthorpe,penistone,dickins,dickson,dickerson,dickey,moby dick,fuku,cockpit,cummin,cumin,cum laude".split(","),
  ..."assyr,asso,assn,fagan,fagus,rapeseed,semeno,sement,turdus,wankel,retardan,tittle,pissar,analec".split(","),
  // Vietnamese words that read otherwise once their marks are taken for plain letters.
  ..."bích,bich,cụm,cúm,tít,tịt,phúc".split(","),
];

const profanity = new RegExpMatcher({
  ...new DataSet<{ originalWord: string }>()
    .addAll(englishDataset)
    .addPhrase((phrase) => SPARED.reduce((sparing, word) => sparing.addWhitelistedTerm(word), phrase))
    .build(),
  ...englishRecommendedTransformers,
});

// A number on its own is a number: "Unit 455" is no leetspeak.
const WHOLE_NUMBER = /(?<![\p{L}\p{N}@$!])\p{N}+(?![\p{L}\p{N}@$!])/gu;
const SEPARATORS = /[^\p{L}\p{M}\p{N}@$!()]+/u;
/** Two short words that only joined read like something else. */
const INNOCENT_RUNS = new Set(["an al", "an us", "as s"]);

/**
 * Whether a text is profane, also in leetspeak (`sh1t`), with look-alike letters, or spaced out (`f u c k`, `f.u.c.k`,
 * `fu ck`). Words that only hold such letters (Scunthorpe) are not.
 */
export function isProfane(text: string): boolean {
  const plain = text.toLowerCase().replace(WHOLE_NUMBER, " ");
  return profanity.hasMatch(plain) || joinedRuns(plain).some((run) => profanity.hasMatch(run));
}

/** Letters and short pieces that follow each other, joined: what someone spacing a word out would have written. */
function joinedRuns(text: string): string[] {
  const words = text.split(SEPARATORS).filter(Boolean);
  const letters = runsOf(words, (word) => [...word].length === 1).filter((run) => run.length > 2);
  const pieces = runsOf(words, (word) => [...word].length <= 3).filter(
    (run) => run.some((word) => [...word].length === 1) || run.every((word) => [...word].length <= 2),
  );
  return [...letters, ...pieces].filter((run) => !INNOCENT_RUNS.has(run.join(" "))).map((run) => run.join(""));
}

function runsOf(words: readonly string[], isPart: (word: string) => boolean): string[][] {
  const runs: string[][] = [[]];
  for (const word of words) {
    if (isPart(word)) runs.at(-1)?.push(word);
    else runs.push([]);
  }
  return runs.filter((run) => run.length > 1);
}
