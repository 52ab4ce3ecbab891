import { crc32 } from "node:zlib";
import type { RandomBytes } from "./tokens.ts";
import { base32, newToken } from "./tokens.ts";

/**
 * A personal access token: `pf_`, 160 random bits, and a CRC-32 of both, in lower-case base32. The prefix lets scanners of
 * leaked secrets find it; the checksum tells a mistyped one without asking the database.
 */
export function newPersonalToken(randomBytes: RandomBytes): string {
  const body = `${PREFIX}${newToken(randomBytes)}`;
  return `${body}${checksum(body)}`;
}

/** Whether the text has the form of a personal access token, its checksum included. */
export function isPersonalToken(text: string): boolean {
  return SHAPE.test(text) && checksum(text.slice(0, -CHECKSUM_LENGTH)) === text.slice(-CHECKSUM_LENGTH);
}

const PREFIX = "pf_";
const SHAPE = /^pf_[a-z2-7]{39}$/;
const CHECKSUM_LENGTH = 7;

function checksum(body: string): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(body));
  return base32(bytes);
}
