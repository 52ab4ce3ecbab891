/**
 * How well a thing goes with what was typed, for a list that narrows itself: 0 not at all, 1 best. Every word must occur in
 * one of its names, capitals and accents aside (`da nang` finds Đà Nẵng); a name that begins like that comes before one
 * whose later words do, and that before one that merely holds them. `_value` is an id: nobody looks for it.
 */
export function matchWords(_value: string, typed: string, names: readonly string[] = []): number {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const text = names.map(plain).join(" ");
  if (!words.every((word) => text.includes(word))) return 0;
  if (text.startsWith(words.join(" "))) return 1;
  return words.every((word) => ` ${text}`.includes(` ${word}`)) ? 0.75 : 0.5;
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/đ/gi, "d")
    .toLowerCase();
}
