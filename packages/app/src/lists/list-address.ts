/** What an address says a value for, once or several times. */
export type Said = string | string[] | undefined;

// Keeps the address short; beyond it, back leads to the first page in the end.
const TRAIL_LENGTH = 20;
const Q_LENGTH = 100;

/** The one of `known` that an address names in small letters; null where it names none, or nothing. */
export function readOne<Known extends string>(known: readonly Known[], said: Said): Known | null {
  return known.find((one) => one.toLowerCase() === said) ?? null;
}

/** How an address names it. */
export function lower(one: string | null): string | null {
  return one?.toLowerCase() ?? null;
}

/** What is searched for. */
export function readWords(said: Said): string {
  return (typeof said === "string" ? said : "").trim().slice(0, Q_LENGTH);
}

/** The cursor of each page up to the one that is shown; the last is its own. */
export function readTrail(said: Said): readonly string[] {
  return [said ?? []].flat().filter(isCursor).slice(-TRAIL_LENGTH);
}

/** The address of a list's page: what is null or empty is left out. */
export function addressOf(path: string, said: Record<string, string | null>, trail: readonly string[]): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(said)) if (value) params.set(name, value);
  for (const cursor of trail.slice(-TRAIL_LENGTH)) params.append("cursor", cursor);
  const query = params.toString();
  return query ? `${path}?${query}` : path;
}

function isCursor(text: string): boolean {
  return /^[\w-]{1,200}$/.test(text);
}
