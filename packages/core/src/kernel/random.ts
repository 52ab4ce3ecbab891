import { randomBytes } from "node:crypto";
import type { Clock } from "./clock.ts";

/** Where chance comes from, so that a test can set it. */
export interface Random {
  bytes(length: number): Buffer;
  /** A UUIDv7 (RFC 9562 §5.7): ordered by the clock's milliseconds, 74 random bits. Not a secret. */
  uuid(): string;
}

/** Chance from the operating system, ids ordered by `clock`. */
export function systemRandom(clock: Clock): Random {
  return { bytes: randomBytes, uuid: () => uuidV7(clock.now().getTime(), randomBytes(10)) };
}

function uuidV7(milliseconds: number, random: Buffer): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(milliseconds, 0, 6);
  random.copy(bytes, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
