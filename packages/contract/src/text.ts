import * as z from "zod";
import type { FieldErrorCode } from "./field-errors.ts";

// Controls, format characters (bidi, zero-width, invisible), lone surrogates, line and paragraph separators.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;
const HIDDEN_BUT_LINES = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;

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
