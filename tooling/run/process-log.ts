import { styleText } from "node:util";

type Colour = "blue" | "magenta" | "green" | "yellow" | "gray";

const colours: Record<string, Colour> = {
  web: "blue",
  console: "magenta",
  worker: "green",
  inbox: "yellow",
  database: "gray",
};

const WARN = 40;
// What Next and MailDev say on every start although they were asked to be quiet.
const chatter = /^\s*(✓ (Running|Ready|Starting)|▲ Next|- (Local|Network|Environments):)|^MailDev /;
const widest = Math.max(...Object.keys(colours).map((name) => name.length));

/**
 * One line of a part's output as the launcher shows it: prefixed with its name; of structured lines (pino) only
 * warnings and errors. Null when there is nothing to show.
 */
export function processLogLine(name: string, line: string): string | null {
  const text = readable(line);
  if (text === null) return null;
  return `${styleText(colours[name] ?? "gray", name.padEnd(widest))} ${styleText("dim", "│")} ${text}`;
}

function readable(line: string): string | null {
  if (line.trim() === "" || chatter.test(line)) return null;
  const entry = parseEntry(line);
  if (!entry) return line;
  if (entry.level < WARN) return null;
  const level = styleText(entry.level > WARN ? "red" : "yellow", entry.level > WARN ? "error" : "warn");
  const cause = entry.err?.message && entry.err.message !== entry.msg ? `: ${entry.err.message}` : "";
  const request = entry.requestId ? styleText("dim", ` (request ${entry.requestId})`) : "";
  return `${level} ${entry.msg ?? ""}${cause}${request}`;
}

type Entry = { level: number; msg?: string; requestId?: string; err?: { message?: string } };

function parseEntry(line: string): Entry | null {
  if (!line.startsWith("{")) return null;
  try {
    const value: unknown = JSON.parse(line);
    return isEntry(value) ? value : null;
  } catch {
    return null;
  }
}

function isEntry(value: unknown): value is Entry {
  return typeof value === "object" && value !== null && "level" in value && typeof value.level === "number";
}
