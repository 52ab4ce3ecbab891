import { fail } from "@pronaflow/contract";

/** Where a page ended: the creation time in microseconds since 1970, and the id that settles ties. */
export interface Place {
  micros: string;
  id: string;
}

const SHAPE = /^(\d{1,16})\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/**
 * The place behind a cursor; null for the first page.
 * @throws INVALID_INPUT for any text that no page gave out in this shape.
 */
export function readCursor(cursor: string | undefined): Place | null {
  if (cursor === undefined || cursor === "") return null;
  const [, micros, id] = SHAPE.exec(Buffer.from(cursor, "base64url").toString("latin1")) ?? [];
  return micros && id ? { micros, id } : fail("INVALID_INPUT", {}, { cursor: ["INVALID"] });
}

/** A cursor as the caller sees it: opaque, and safe in a URL. */
export function writeCursor({ micros, id }: Place): string {
  return Buffer.from(`${micros}.${id}`, "latin1").toString("base64url");
}
