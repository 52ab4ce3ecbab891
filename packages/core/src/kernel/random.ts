import { randomBytes } from "node:crypto";
import type { Clock } from "./clock.ts";

/** Where chance comes from, so that a test can set it. */
export interface Random {
  bytes(length: number): Buffer;
  /** A UUIDv7 (RFC 9562 §5.7): later ones of this process sort after earlier ones. Not a secret. */
  uuid(): string;
}

/** Chance from the operating system, ids ordered by `clock` and, within a millisecond, by a counter. */
export function systemRandom(clock: Clock): Random {
  let last = { milliseconds: 0, counter: 0 };
  return {
    bytes: randomBytes,
    uuid() {
      last = following(last, clock.now().getTime());
      return uuidV7(last, randomBytes(8));
    },
  };
}

const COUNTER_LIMIT = 0x1000;

// RFC 9562 §6.2, method 1: the 12 bits after the time count up; a full counter borrows the next millisecond.
function following(last: { milliseconds: number; counter: number }, now: number) {
  if (now > last.milliseconds) return { milliseconds: now, counter: randomBytes(1).readUInt8(0) };
  const counter = last.counter + 1;
  // A clock set back far (a test, an operator) is followed: order matters within a run of events, not across years.
  if (now < last.milliseconds - 1000) return { milliseconds: now, counter: 0 };
  return counter < COUNTER_LIMIT ? { ...last, counter } : { milliseconds: last.milliseconds + 1, counter: 0 };
}

function uuidV7({ milliseconds, counter }: { milliseconds: number; counter: number }, random: Buffer): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(milliseconds, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  random.copy(bytes, 8);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
