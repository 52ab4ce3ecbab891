import { isReadTimeout, isStalePlan } from "./connection.ts";
import { TransactionTimeout } from "./transaction.ts";

/** What a failed statement means to the caller. */
export type Failure =
  | { kind: "unique"; constraint: string }
  | { kind: "foreign_key" }
  | { kind: "check"; constraint: string }
  /** Run the whole transaction again: it met another one (or plans made stale by a migration). */
  | { kind: "serialization" }
  | { kind: "deadlock" }
  /** The database cannot be reached, is starting or stopping, is full, frozen, or has no connection free. */
  | { kind: "unavailable" }
  /** A statement or transaction took longer than it may. */
  | { kind: "timeout" }
  | { kind: "lock_timeout" }
  /** A value PostgreSQL cannot store: NUL, a lone surrogate in JSON, a malformed uuid, a number or text too big. */
  | { kind: "invalid_text" }
  | { kind: "other" };

/** Reads what the driver and its pool throw. Never throws itself. Codes: PostgreSQL's appendix A. */
export function classifyFailure(error: unknown): Failure {
  if (isStalePlan(error)) return { kind: "serialization" };
  if (error instanceof TransactionTimeout) return { kind: "timeout" };
  const code = textOf(error, "code");
  const constraint = textOf(error, "constraint") ?? "";
  if (code === "23505") return { kind: "unique", constraint };
  if (code === "23514") return { kind: "check", constraint };
  return { kind: kindOfState(code) ?? kindWithoutState(error, code) };
}

type PlainKind = Exclude<Failure["kind"], "unique" | "check">;

const STATES: Record<string, PlainKind> = {
  "23503": "foreign_key",
  "23001": "foreign_key",
  "40001": "serialization",
  "40P01": "deadlock",
  "55P03": "lock_timeout",
  "57014": "timeout",
  "25P03": "timeout",
  "25P04": "timeout",
  "57P01": "unavailable",
  "57P02": "unavailable",
  "57P03": "unavailable",
  "57P05": "unavailable",
  "25006": "unavailable",
  "22001": "invalid_text",
  "22003": "invalid_text",
  "22007": "invalid_text",
  "22008": "invalid_text",
  "22021": "invalid_text",
  "22P02": "invalid_text",
  "22P03": "invalid_text",
  "22P05": "invalid_text",
};

/** Whole classes: 08 connection, 53 out of resources, 58 system error. */
const CLASSES: Record<string, PlainKind> = { "08": "unavailable", "53": "unavailable", "58": "unavailable" };

function kindOfState(code: string | null): PlainKind | null {
  if (code === null || !/^[0-9A-Z]{5}$/.test(code)) return null;
  return STATES[code] ?? CLASSES[code.slice(0, 2)] ?? null;
}

const SOCKET_CODES = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EHOSTUNREACH"]);
const LOST_CONNECTION =
  /Connection terminated|timeout exceeded when trying to connect|not queryable|pool after calling end/i;

function kindWithoutState(error: unknown, code: string | null): PlainKind {
  if (isReadTimeout(error)) return "unavailable";
  if (code !== null && SOCKET_CODES.has(code)) return "unavailable";
  return LOST_CONNECTION.test(textOf(error, "message") ?? "") ? "unavailable" : "other";
}

function textOf(value: unknown, name: string): string | null {
  const found: unknown = typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
  return typeof found === "string" ? found : null;
}
