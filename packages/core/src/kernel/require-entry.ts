import { fail } from "@pronaflow/contract";
import type { UserContext } from "./context.ts";

/** What a workspace asks of a session that enters, read with the membership; null where it asks nothing. */
export interface EntryRules {
  mfa_required_from: Date | null;
  session_max_minutes: number | null;
  /** Whether the account has an authenticator app or a passkey; read only where one is asked for. */
  has_factor: boolean;
}

/**
 * Holds a session to the workspace's own policy (spec WS-12). A program has no session of its own to be young or twice
 * proven: for it counts whether its owner has a second factor at all.
 * @throws WORKSPACE_NEEDS_MFA, SESSION_TOO_OLD.
 */
export function requireEntry(ctx: UserContext, rules: EntryRules): void {
  const now = ctx.services.clock.now().getTime();
  const { session, grant } = ctx.actor;
  const wantedFrom = mfaWantedFrom(ctx, rules);
  if (wantedFrom !== null && wantedFrom.getTime() <= now) fail("WORKSPACE_NEEDS_MFA");
  if (rules.session_max_minutes === null || grant) return;
  if (now - session.createdAt.getTime() > rules.session_max_minutes * MINUTE_MS) fail("SESSION_TOO_OLD");
}

/** From when on a session is kept out for want of a second factor; null where it has what is asked for, or nothing is. */
export function mfaWantedFrom({ actor: { session, grant } }: UserContext, rules: EntryRules): Date | null {
  const hasWhatIsAsked = grant ? rules.has_factor : session.assurance >= 2;
  return hasWhatIsAsked ? null : rules.mfa_required_from;
}

const MINUTE_MS = 60_000;
