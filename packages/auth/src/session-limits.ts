import type { Audience, JudgedSession } from "./session-store.ts";
import type { RandomBytes } from "./tokens.ts";

/** How long sessions live, in seconds. */
export type SessionLimits = {
  /** Without use. */
  idleSeconds: number;
  /** In all, however much used. */
  absoluteSeconds: number;
  /** Use is written down at most this often. */
  touchSeconds: number;
};

/** One app's sessions: whose, how long, by which clock. */
export type SessionSettings = {
  audience: Audience;
  /** Whether the app is served over https: decides `Secure` and the `__Host-` prefix. */
  secure: boolean;
  clock: () => Date;
  randomBytes: RandomBytes;
  limits: SessionLimits;
};

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Spec ID-8: the web app 7 days idle and 30 in all; the console 1 hour idle and 12 in all; use written every 5 minutes. */
export const SESSION_LIMITS = {
  web: { idleSeconds: 7 * DAY, absoluteSeconds: 30 * DAY, touchSeconds: 5 * MINUTE },
  admin: { idleSeconds: HOUR, absoluteSeconds: 12 * HOUR, touchSeconds: 5 * MINUTE },
} as const satisfies Record<string, SessionLimits>;

/** When a session seen at `seenAt` ends, if not used again. */
export function slidTo(seenAt: Date, absoluteExpiresAt: Date, limits: SessionLimits): Date {
  return new Date(Math.min(seenAt.getTime() + limits.idleSeconds * 1000, absoluteExpiresAt.getTime()));
}

/** When a stored session ends: the earliest of what was written and what today's limits allow, so that lowering them works at once. */
export function endOf(session: JudgedSession, limits: SessionLimits): number {
  return Math.min(
    session.expiresAt.getTime(),
    session.absoluteExpiresAt.getTime(),
    session.lastSeenAt.getTime() + limits.idleSeconds * 1000,
    session.createdAt.getTime() + limits.absoluteSeconds * 1000,
  );
}
