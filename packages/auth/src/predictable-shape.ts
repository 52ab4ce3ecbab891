/**
 * How many independent choices a text shows: a run of three or more that repeats, counts or walks along the keyboard
 * is one choice, a year is one, every other character is one. "aaaaaaaaaa1!" is 3, "1qaz2wsx3edc" is 3.
 */
export function choicesIn(text: string): number {
  const plain = unshift(text.toLowerCase());
  let choices = 0;
  for (let at = 0; at < plain.length; ) {
    const length = runLength(plain, at);
    at += length;
    choices += 1;
  }
  return choices;
}

/** Whether the text is one block of at most 6 characters over and over, give or take 3 at the end ("Ab1!Ab1!Ab1!"). */
export function isOneBlockRepeated(text: string): boolean {
  const plain = text.toLowerCase();
  for (let period = 1; period <= 6; period += 1) {
    let at = period;
    while (at < plain.length && plain[at] === plain[at - period]) at += 1;
    if (at >= period * 2 && at >= plain.length - 3) return true;
  }
  return false;
}

function runLength(text: string, at: number): number {
  if (YEAR.test(text.slice(at, at + 4))) return 4;
  let longest = 1;
  for (const step of STEPS) {
    let end = at + 1;
    while (end < text.length && step(text[end - 1] ?? "", text[end] ?? "")) end += 1;
    longest = Math.max(longest, end - at);
  }
  return longest >= 3 ? longest : 1;
}

const YEAR = /^(?:19|20)\d\d$/;
const ROWS = ["`1234567890-=", "qwertyuiop[]\\", "asdfghjkl;'", "zxcvbnm,./"];
const COLUMNS = ["1qaz", "2wsx", "3edc", "4rfv", "5tgb", "6yhn", "7ujm", "8ik,", "9ol.", "0p;/"];
const SHIFTED = '~!@#$%^&*()_+{}|:"<>?';
const UNSHIFTED = "`1234567890-=[]\\;',./";

/** Next key by key: "q" → "w" in the rows, "q" → "a" in the columns. */
function neighbours(lines: readonly string[]): ReadonlyMap<string, string> {
  const next = new Map<string, string>();
  for (const line of lines) {
    for (let index = 0; index + 1 < line.length; index += 1) next.set(line[index] ?? "", line[index + 1] ?? "");
  }
  return next;
}

const along = neighbours(ROWS);
const down = neighbours(COLUMNS);
const codeStep = (from: string, to: string) =>
  /[a-z0-9]/.test(from) && /[a-z0-9]/.test(to) ? to.charCodeAt(0) - from.charCodeAt(0) : 0;

const STEPS: readonly ((from: string, to: string) => boolean)[] = [
  (from, to) => from === to,
  (from, to) => codeStep(from, to) === 1,
  (from, to) => codeStep(from, to) === -1,
  (from, to) => along.get(from) === to,
  (from, to) => along.get(to) === from,
  (from, to) => down.get(from) === to,
  (from, to) => down.get(to) === from,
];

function unshift(text: string): string {
  let plain = "";
  for (const character of text) {
    const index = SHIFTED.indexOf(character);
    plain += index < 0 ? character : UNSHIFTED[index];
  }
  return plain;
}
