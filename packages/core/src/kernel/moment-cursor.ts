import { fail } from "@pronaflow/contract";

/** Where a list by time goes on: after this row. */
export interface Moment {
  at: Date;
  id: string;
}

const SHAPE = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** The cursor that goes on after a row; opaque to whoever carries it. */
export function momentCursor({ at, id }: { at: string; id: string }): string {
  return Buffer.from(`${at} ${id}`).toString("base64url");
}

/** @throws INVALID_INPUT where it is no cursor of ours. */
export function readMomentCursor(cursor: string): Moment {
  const [, at = "", id = ""] = SHAPE.exec(Buffer.from(cursor, "base64url").toString("latin1")) ?? [];
  const time = new Date(at);
  if (!id || Number.isNaN(time.getTime())) return fail("INVALID_INPUT", {}, { cursor: ["INVALID"] });
  return { at: time, id };
}
