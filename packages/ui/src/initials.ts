const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** The first letters of the first and the last word, upper-cased: "Nguyễn Văn An" → "NA", "acme" → "A". */
export function initials(name: string): string {
  const words = name
    .normalize("NFC")
    .split(/[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}\u200d]+/u)
    .filter(Boolean);
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  return chosen.map((word = "") => firstLetter(word)).join("");
}

function firstLetter(word: string): string {
  for (const { segment } of graphemes.segment(word)) return segment.toUpperCase();
  return "";
}
