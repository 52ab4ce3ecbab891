const MAX_CODE_POINTS = 120;
const WORD_JOINER = "\u2060";

/**
 * Makes text that a stranger chose safe to stand in a subject, a header, HTML and plain text (ASVS 1.3.11):
 * one line, no controls, no direction overrides, no invisible characters, at most 120 code points, and nothing a
 * mail program would turn into a link: a display name must not carry a lure to someone else's inbox.
 * Markup is left as it is; escaping is the renderer's.
 */
export function inertText(text: string): string {
  const plain = text.toWellFormed().replace(LINE_BREAKS, " ").replace(INVISIBLE, "").replace(/\s+/gu, " ").trim();
  return unlinked(shortened(plain));
}

const LINE_BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;

// Controls, bidi marks, embeddings and isolates, zero-width characters but the two joiners that scripts and emoji
// need, soft hyphens, tag characters.
const INVISIBLE =
  /[\p{Cc}\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

function shortened(text: string): string {
  const points = [...text];
  return points.length <= MAX_CODE_POINTS ? text : `${points.slice(0, MAX_CODE_POINTS - 1).join("")}…`;
}

// An invisible joiner after the dot of "site.example", in "://" and after "@" keeps the look and ends the match.
function unlinked(text: string): string {
  return text
    .replace(/(?<=[\p{L}\p{N}])\.(?=\p{L}{2})/gu, `.${WORD_JOINER}`)
    .replaceAll("://", `:${WORD_JOINER}//`)
    .replace(/@(?=\S)/gu, `@${WORD_JOINER}`);
}
