import type { SessionSettings } from "./session-limits.ts";
import { slidTo } from "./session-limits.ts";
import type { Assurance, JudgedSession, SessionRow, SessionWriter } from "./session-store.ts";
import { hashToken, newToken } from "./tokens.ts";

export type RotatableSession = JudgedSession & Pick<SessionRow, "tokenHash" | "provedAt" | "assurance">;
export type Proof = { provedAt?: Date; assurance?: Assurance };

/** Gives a session a new token: see `Sessions.rotate`. Lucia has no such step, so this one is ours. */
export async function rotateSession<S extends RotatableSession>(
  settings: SessionSettings,
  store: Pick<SessionWriter, "replaceToken">,
  session: S,
  proved: Proof = {},
) {
  const now = settings.clock();
  const token = newToken(settings.randomBytes);
  const replacement = {
    tokenHash: hashToken(token),
    lastSeenAt: now,
    expiresAt: slidTo(now, session.absoluteExpiresAt, settings.limits),
    provedAt: proved.provedAt ?? session.provedAt,
    assurance: proved.assurance ?? session.assurance,
  };
  const replaced = await store.replaceToken(session.id, session.tokenHash, replacement);
  return replaced ? { token, session: { ...session, ...replacement } } : null;
}
