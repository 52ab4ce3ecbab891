import type { AuditAction } from "@pronaflow/contract";

/** What only the console or the worker does to a workspace. */
const ACTS_OF_THE_SYSTEM: ReadonlySet<string> = new Set<AuditAction>([
  "workspace.restored",
  "workspace.purged",
  "workspace.hold_placed",
  "workspace.hold_lifted",
]);

export function isActOfTheSystem(action: string): boolean {
  return ACTS_OF_THE_SYSTEM.has(action);
}

/**
 * A cell of a CSV file (RFC 4180) that a spreadsheet shows and never runs: what could begin a formula, after whatever
 * blanks, also in full width, is led by an apostrophe (OWASP, CSV injection).
 */
export function csvCell(value: string | number | null): string {
  const text = value === null ? "" : String(value);
  const inert = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
  return `"${inert.replaceAll('"', '""')}"`;
}

/** A line of cells. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}
