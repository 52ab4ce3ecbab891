import { fail } from "@pronaflow/contract";

/** What decides whether a workspace can come back, or go for good. */
export interface Deletion {
  deletedAt: Date | null;
  finalAt: Date | null;
  purgeStartedAt: Date | null;
  /** Since when a system admin keeps it from being purged. */
  heldAt: Date | null;
}

/** @throws WORKSPACE_NOT_DELETED; RESTORE_WINDOW_CLOSED from the final date on unless it is held, or once its purge has begun. */
export function assertRestorable(deletion: Deletion, now: Date): void {
  if (!deletion.deletedAt || !deletion.finalAt) fail("WORKSPACE_NOT_DELETED");
  if (deletion.purgeStartedAt || (deletion.finalAt <= now && !deletion.heldAt)) fail("RESTORE_WINDOW_CLOSED");
}

/** Whether a purge may begin or go on: deleted, and its 30 days are over to the millisecond. */
export function isPurgeable(deletion: Deletion, now: Date): boolean {
  return deletion.purgeStartedAt !== null || (deletion.finalAt !== null && deletion.finalAt <= now);
}

/** `purging_soon` in the console: deleted, and final within 7 days. */
export const PURGING_SOON_MS = 7 * 24 * 60 * 60 * 1000;

/** Escapes what LIKE would read as a pattern. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (character) => `\\${character}`);
}
