import * as z from "zod";
import type { FieldErrorCode } from "./field-errors.ts";

// C0 and C1 controls, bidi controls and isolates, zero-width and invisible format characters, lone surrogates.
const HIDDEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Cs}/u;
const HIDDEN_BUT_LINES =
  /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Cs}/u;

/** One line of plain text: NFC, trimmed, length in code points, no control, bidi or invisible characters. */
export function lineOfText(min: number, max: number, lengthCode: FieldErrorCode) {
  return text(min, max, lengthCode, HIDDEN);
}

/** Plain text of several lines, with the same promises; line breaks are `\n`. */
export function plainText(min: number, max: number, lengthCode: FieldErrorCode) {
  return text(min, max, lengthCode, HIDDEN_BUT_LINES);
}

function text(min: number, max: number, lengthCode: FieldErrorCode, hidden: RegExp) {
  return z
    .string()
    .max(max * 8, lengthCode)
    .transform((value) => value.replace(/\r\n?/g, "\n").normalize("NFC").trim())
    .refine((value) => !hidden.test(value), "HIDDEN_CHARACTERS")
    .refine((value) => [...value].length >= min && [...value].length <= max, lengthCode);
}
