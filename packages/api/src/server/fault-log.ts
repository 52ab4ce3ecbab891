/** How a fault goes to the log: what it is and where, never the values it was working on. */
export interface FaultRecord {
  name: string;
  code?: string;
  message: string;
  frames: string[];
  cause?: FaultRecord;
}

/** Describes anything thrown, its causes included, with values that may be secrets or personal data masked. */
export function describeFault(thrown: unknown, depth = 0): FaultRecord {
  if (!(thrown instanceof Error)) return { name: typeof thrown, message: "not an error", frames: [] };
  const code = "code" in thrown && typeof thrown.code === "string" ? thrown.code.slice(0, 60) : undefined;
  return {
    name: thrown.name,
    ...(code ? { code } : {}),
    message: maskValues(thrown.message),
    frames: framesOf(thrown),
    ...(thrown.cause !== undefined && depth < 3 ? { cause: describeFault(thrown.cause, depth + 1) } : {}),
  };
}

/** Quoted text, addresses, connection strings and long runs of letters and digits are where values hide. */
function maskValues(message: string): string {
  return message
    .slice(0, 2_000)
    .replace(/\b[a-z][a-z0-9+.-]*:\/\/\S+/gi, "‹url›")
    .replace(/[^\s"'`<>()]+@[^\s"'`<>()]+/g, "‹address›")
    .replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/g, "‹value›")
    .replace(/[A-Za-z0-9_+/=-]{20,}/g, "‹value›")
    .slice(0, 300);
}

/** The stack without its first part, which repeats the message. */
function framesOf(error: Error): string[] {
  const lines = (error.stack ?? "").split("\n").map((line) => line.trim());
  return lines.filter((line) => line.startsWith("at ")).slice(0, 12);
}
