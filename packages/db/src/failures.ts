import { isReadTimeout, isStalePlan } from "./connection.ts";

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

type Trace = { state: string | null; constraint: string; message: string; prismaCode: string | null };

/** Reads errors of pg and of Prisma alike. Never throws. Codes: PostgreSQL's appendix A, Prisma's error reference. */
export function classifyFailure(error: unknown): Failure {
  const trace = traceOf(error);
  const { state, constraint } = trace;
  if (isStalePlan(error) || trace.message.includes("cached plan must not change result type")) {
    return { kind: "serialization" };
  }
  if (state === "23505") return { kind: "unique", constraint };
  if (state === "23514") return { kind: "check", constraint };
  const kind = state === null ? null : kindOfState(state);
  return { kind: kind ?? kindWithoutState(error, trace) };
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

function kindOfState(state: string): PlainKind | null {
  return STATES[state] ?? CLASSES[state.slice(0, 2)] ?? null;
}

const SOCKET_CODES = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EHOSTUNREACH"]);
const LOST_CONNECTION =
  /Connection terminated|timeout exceeded when trying to connect|not queryable|Unable to start a transaction|pool after calling end|Can't reach database|has closed the connection|Server has closed/i;
/** P1001 unreachable, P1002 timed out reaching, P1008 socket timeout, P1017 closed, P2024 no connection free, P2037 too many. */
const PRISMA_UNAVAILABLE = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2037"]);

function kindWithoutState(error: unknown, { message, prismaCode }: Trace): PlainKind {
  if (isReadTimeout(error) || message.includes("Query read timeout")) return "unavailable";
  const code = textOf(error, "code");
  if (code !== null && SOCKET_CODES.has(code)) return "unavailable";
  if (prismaCode !== null && PRISMA_UNAVAILABLE.has(prismaCode)) return "unavailable";
  if (LOST_CONNECTION.test(message)) return "unavailable";
  // P2028 is every complaint of Prisma's transactions; what is left of it here is "took too long" or "already closed".
  if (prismaCode === "P2028") return "timeout";
  if (prismaCode === "P2034") return "serialization";
  if (prismaCode === "P2003") return "foreign_key";
  return "other";
}

function traceOf(error: unknown): Trace {
  const cause = driverCause(error);
  const message = [textOf(error, "message"), textOf(cause, "originalMessage"), textOf(cause, "message")]
    .filter((text) => text !== null)
    .join("\n");
  const code = textOf(error, "code");
  const prismaCode = code !== null && /^P[1-6]\d{3}$/.test(code) ? code : null;
  const state = textOf(cause, "originalCode") ?? textOf(cause, "code") ?? (prismaCode === null ? code : null);
  return {
    state: state !== null && /^[0-9A-Z]{5}$/.test(state) ? state : null,
    constraint: textOf(error, "constraint") ?? constraintIn(message),
    message,
    prismaCode,
  };
}

/** Prisma keeps what the driver said in `meta.driverAdapterError.cause`, or passes the adapter's own error on. */
function driverCause(error: unknown): unknown {
  const meta = field(error, "meta");
  return field(field(meta, "driverAdapterError"), "cause") ?? field(error, "cause");
}

function constraintIn(message: string): string {
  return /constraint "([^"]+)"/.exec(message)?.[1] ?? "";
}

function textOf(value: unknown, name: string): string | null {
  const found = field(value, name);
  return typeof found === "string" ? found : null;
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
