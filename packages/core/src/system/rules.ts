/** `purging_soon` in the console's list: final within so many days. */
export const PURGING_SOON_DAYS = 7;
export const DEFAULT_PAGE = 25;
/** Members shown with one workspace; there may be thousands. */
export const SHOWN_MEMBERS = 50;
/** Audit rows shown with one workspace. */
export const SHOWN_HISTORY = 50;
/** How long the one-time link that makes the first admin works (spec AD-8). */
export const FIRST_ADMIN_TTL_MS = 24 * 60 * 60 * 1000;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Deleted workspaces that become final before this are purging soon. */
export function purgingSoonBefore(now: Date): Date {
  return new Date(now.getTime() + PURGING_SOON_DAYS * DAY_MS);
}

/** A search text in which `%`, `_` and `\` stand for themselves, for LIKE with its default escape. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
