/** The app a session belongs to: a cookie of one means nothing to the other. */
export type Audience = "web" | "admin";

/** 1: a password or provider. 2: a second factor besides, or a passkey. */
export type Assurance = 1 | 2;

/** What is known of where a session was made. */
export type SessionOrigin = {
  browser: string | null;
  os: string | null;
  device: string | null;
  ip: string | null;
  city: string | null;
  country: string | null;
};

/** A session as stored. `id` may be shown; the token never is, only its SHA-256 is kept. */
export type SessionRow = SessionOrigin & {
  id: string;
  tokenHash: Buffer<ArrayBuffer>;
  accountId: string;
  audience: Audience;
  createdAt: Date;
  lastSeenAt: Date;
  /** The idle limit: slides with use, never beyond `absoluteExpiresAt`. */
  expiresAt: Date;
  absoluteExpiresAt: Date;
  /** The last proof by password or factor, for step-up. */
  provedAt: Date;
  assurance: Assurance;
};

/** What judging a session needs; a store's `find` may bring more (`S`), which is handed back untouched. */
export type JudgedSession = Pick<
  SessionRow,
  "id" | "accountId" | "audience" | "createdAt" | "lastSeenAt" | "expiresAt" | "absoluteExpiresAt"
>;

/** What a new token brings with it. */
export type TokenReplacement = Pick<SessionRow, "tokenHash" | "lastSeenAt" | "expiresAt" | "provedAt" | "assurance">;

/**
 * The database half of sessions, given on every call: bound to the pool for reads, to the caller's transaction for writes.
 * `S` is the session and `A` the account as `find` brings them.
 */
export type SessionStore<S extends JudgedSession = SessionRow, A = unknown> = SessionReader<S, A> & SessionWriter;

export type SessionReader<S extends JudgedSession, A> = {
  /** The session with this hash and its account, in one round trip. */
  find(tokenHash: Buffer<ArrayBuffer>): Promise<{ session: S; account: A } | null>;
  /** Writes that the session was used. Should write only forward (`last_seen_at < lastSeenAt`): requests run in parallel. */
  touch(id: string, seen: { lastSeenAt: Date; expiresAt: Date }): Promise<void>;
  /** Removes the session if it is there. */
  remove(id: string): Promise<void>;
};

export type SessionWriter = {
  insert(row: SessionRow): Promise<void>;
  /** Swaps the token where the stored hash is still `from`; false where it is not (revoked, or rotated by another). */
  replaceToken(id: string, from: Buffer<ArrayBuffer>, to: TokenReplacement): Promise<boolean>;
};
