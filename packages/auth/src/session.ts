import type { Adapter } from "lucia";
import { Cookie, Lucia, TimeSpan } from "lucia";
import type { CredentialHeaders, PresentedToken } from "./presented-token.ts";
import { readCookie, readPresentedToken } from "./presented-token.ts";
import type { SessionSettings } from "./session-limits.ts";
import { endOf, slidTo } from "./session-limits.ts";
import type { Proof, RotatableSession } from "./session-rotation.ts";
import { rotateSession } from "./session-rotation.ts";
import type {
  Assurance,
  Audience,
  JudgedSession,
  SessionOrigin,
  SessionReader,
  SessionRow,
  SessionWriter,
} from "./session-store.ts";
import { hashToken, isToken, newToken, newUuid } from "./tokens.ts";

/** Whom a new session is for and where it was made. `provedAt`: now, unless a fresh proof is to be asked for at once. */
export type NewSession = SessionOrigin & { accountId: string; assurance: Assurance; provedAt?: Date };

/** `slid`: the use was written down just now, so the cookie should be sent again with the new expiry. */
export type SessionWithAccount<S, A> = { session: S; account: A; slid: boolean };

export type Sessions = {
  /** Makes a session with a new token, through the store given: within the caller's transaction if that is bound to one. */
  create(store: Pick<SessionWriter, "insert">, row: NewSession): Promise<{ token: string; session: SessionRow }>;
  /** Whose token this is, or null: unknown, expired (then removed) or of another audience. One `find`, and a `touch` at most every `touchSeconds`. */
  validate<S extends JudgedSession, A>(
    store: SessionReader<S, A>,
    token: string,
  ): Promise<SessionWithAccount<S, A> | null>;
  /** Gives the session a new token (step-up, password change), with what was proved. Null if it was revoked or rotated meanwhile. */
  rotate<S extends RotatableSession>(
    store: Pick<SessionWriter, "replaceToken">,
    session: S,
    proved?: Proof,
  ): Promise<{ token: string; session: S } | null>;
  readonly cookieName: string;
  /** The Set-Cookie value that carries the token until `expiresAt`. */
  cookie(token: string, expiresAt: Date): string;
  /** The Set-Cookie value that takes the cookie away. */
  blankCookie(): string;
  /** The Set-Cookie value by which an account knows this browser again (400 days, RFC 6265bis). It opens nothing. */
  deviceCookie(token: string): string;
  /** What the device cookie of a request holds; null where there is none. */
  readDeviceToken(cookieHeader: string | null): string | null;
  /** The Set-Cookie value that binds a way to a provider and back to this browser, for `maxAgeSeconds`; 0 takes it away. */
  flowCookie(token: string, maxAgeSeconds: number): string;
  /** What the flow cookie of a request holds; null where there is none. */
  readFlowToken(cookieHeader: string | null): string | null;
  /** The token a request presents; see `readPresentedToken`. */
  readToken(headers: CredentialHeaders): PresentedToken | null;
};

/**
 * Sessions of one app, made and judged by Lucia over a store of ours. The only importer of `lucia`.
 * Lucia reads the wall clock, so the adapter hands it every expiry moved by the difference to `clock`.
 */
export function createSessions(settings: SessionSettings): Sessions {
  const { limits, secure } = settings;
  if (limits.touchSeconds >= limits.idleSeconds) throw new RangeError("touchSeconds must be below idleSeconds.");
  const cookieName = `${secure ? "__Host-" : ""}${COOKIE_NAMES[settings.audience]}`;
  const deviceCookieName = `${secure ? "__Host-" : ""}pf_device`;
  const flowCookieName = `${secure ? "__Host-" : ""}pf_oauth`;
  const named = (name: string, value: string, maxAge: number) =>
    new Cookie(name, value, { httpOnly: true, secure, sameSite: "lax", path: "/", maxAge }).serialize();
  const cookieFor = (value: string, maxAge: number) => named(cookieName, value, maxAge);

  return {
    create: (store, row) => createSession(settings, store, row),
    validate: (store, token) => validateSession(settings, store, token),
    rotate: (store, session, proved) => rotateSession(settings, store, session, proved),
    cookieName,
    cookie: (token, expiresAt) =>
      cookieFor(token, Math.max(0, Math.ceil((expiresAt.getTime() - settings.clock().getTime()) / 1000))),
    blankCookie: () => cookieFor("", 0),
    deviceCookie: (token) => named(deviceCookieName, token, DEVICE_COOKIE_SECONDS),
    readDeviceToken: (header) => (header ? readCookie(header, deviceCookieName) : null),
    flowCookie: (token, maxAgeSeconds) => named(flowCookieName, token, maxAgeSeconds),
    readFlowToken: (header) => (header ? readCookie(header, flowCookieName) : null),
    readToken: (headers) => readPresentedToken(headers, cookieName),
  };
}

const DEVICE_COOKIE_SECONDS = 400 * 24 * 60 * 60;
const COOKIE_NAMES = { web: "pf_session", admin: "pf_admin_session" } as const satisfies Record<Audience, string>;

async function createSession(settings: SessionSettings, store: Pick<SessionWriter, "insert">, row: NewSession) {
  const now = settings.clock();
  const absoluteExpiresAt = new Date(now.getTime() + settings.limits.absoluteSeconds * 1000);
  const token = newToken(settings.randomBytes);
  const session: SessionRow = {
    id: newUuid(settings.randomBytes),
    tokenHash: hashToken(token),
    accountId: row.accountId,
    audience: settings.audience,
    assurance: row.assurance,
    createdAt: now,
    lastSeenAt: now,
    provedAt: row.provedAt ?? now,
    expiresAt: slidTo(now, absoluteExpiresAt, settings.limits),
    absoluteExpiresAt,
    browser: row.browser,
    os: row.os,
    device: row.device,
    ip: row.ip,
    city: row.city,
    country: row.country,
  };
  await new Lucia({ ...noAdapter, setSession: () => store.insert(session) }).createSession(
    row.accountId,
    {},
    { sessionId: token },
  );
  return { token, session };
}

async function validateSession<S extends JudgedSession, A>(
  settings: SessionSettings,
  store: SessionReader<S, A>,
  token: string,
) {
  if (!isToken(token)) return null;
  const { limits } = settings;
  const now = settings.clock();
  let found: { session: S; account: A } | null = null;
  let slid = false;
  const adapter: Adapter = {
    ...noAdapter,
    async getSessionAndUser() {
      found = await store.find(hashToken(token));
      if (found?.session.audience !== settings.audience) return [null, null];
      const { session } = found;
      const expiresAt = new Date(endOf(session, limits) - now.getTime() + Date.now());
      return [
        { id: token, userId: session.accountId, expiresAt, attributes: {} },
        { id: session.accountId, attributes: {} },
      ];
    },
    async updateSessionExpiration() {
      if (!found || now.getTime() - found.session.lastSeenAt.getTime() < limits.touchSeconds * 1000) return;
      const seen = { lastSeenAt: now, expiresAt: slidTo(now, found.session.absoluteExpiresAt, limits) };
      await store.touch(found.session.id, seen);
      found = { ...found, session: { ...found.session, ...seen } };
      slid = true;
    },
    async deleteSession() {
      if (found) await store.remove(found.session.id);
    },
  };
  // Lucia renews in the second half of its own span: this span makes that "once touchSeconds have passed since last seen".
  const sessionExpiresIn = new TimeSpan((limits.idleSeconds - limits.touchSeconds) * 2, "s");
  const { session } = await new Lucia(adapter, { sessionExpiresIn }).validateSession(token);
  return session && found ? { ...(found as { session: S; account: A }), slid } : null;
}

const unused = () => Promise.reject(new Error("Lists and sweeps of sessions are queries of core, not of Lucia."));

const noAdapter: Adapter = {
  getSessionAndUser: unused,
  getUserSessions: unused,
  setSession: unused,
  updateSessionExpiration: unused,
  deleteSession: unused,
  deleteUserSessions: unused,
  deleteExpiredSessions: unused,
};
