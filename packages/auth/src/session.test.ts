import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { createSessions } from "./session.ts";
import { SESSION_LIMITS } from "./session-limits.ts";
import type { SessionRow, SessionStore } from "./session-store.ts";
import { hashToken } from "./tokens.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const origin = {
  browser: "Chrome 131",
  os: "Windows 10",
  device: "desktop",
  ip: "203.0.113.7",
  city: "Huế",
  country: "VN",
};
const newSession = { accountId: "account-1", assurance: 1, ...origin } as const;

/** A store in memory that counts its calls: the port is what is under test, core proves the database's half. */
function memoryStore() {
  const rows = new Map<string, SessionRow>();
  const calls = { find: 0, touch: 0, remove: 0 };
  const store: SessionStore<SessionRow, { name: string }> = {
    async find(tokenHash) {
      calls.find += 1;
      const session = [...rows.values()].find((row) => row.tokenHash.equals(tokenHash));
      return session ? { session: { ...session }, account: { name: "An" } } : null;
    },
    async insert(row) {
      rows.set(row.id, { ...row });
    },
    async touch(id, seen) {
      calls.touch += 1;
      Object.assign(rows.get(id) ?? {}, seen);
    },
    async replaceToken(id, from, to) {
      const row = rows.get(id);
      if (!row?.tokenHash.equals(from)) return false;
      Object.assign(row, to);
      return true;
    },
    async remove(id) {
      calls.remove += 1;
      rows.delete(id);
    },
  };
  return { store, rows, calls };
}

function setUp(audience: "web" | "admin" = "web", secure = true) {
  const time = { now: Date.parse("2031-05-01T08:00:00Z") };
  const sessions = createSessions({
    audience,
    secure,
    clock: () => new Date(time.now),
    randomBytes,
    limits: SESSION_LIMITS[audience],
  });
  return { time, sessions, ...memoryStore() };
}

test("a session stores the hash of its token, never the token, and validates with one find", async () => {
  const { sessions, store, rows, calls } = setUp();
  const { token, session } = await sessions.create(store, newSession);
  expect(session).toMatchObject({ ...newSession, audience: "web", tokenHash: hashToken(token) });
  expect(session.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(JSON.stringify([...rows.values()])).not.toContain(token);
  expect(await sessions.validate(store, token)).toEqual({ session, account: { name: "An" }, slid: false });
  expect(calls).toEqual({ find: 1, touch: 0, remove: 0 });
});

test.each([
  ["web", 7 * DAY, 30 * DAY],
  ["admin", HOUR, 12 * HOUR],
] as const)("a %s session ends when idle, and is removed", async (audience, idle, absolute) => {
  const { sessions, store, rows, time } = setUp(audience);
  const { token, session } = await sessions.create(store, newSession);
  expect(session.expiresAt.getTime() - time.now).toBe(idle);
  expect(session.absoluteExpiresAt.getTime() - time.now).toBe(absolute);
  time.now += idle - 1000;
  expect(await sessions.validate(setUpCopy(store), token)).not.toBeNull();
  time.now += 1000;
  expect(await sessions.validate(store, token)).toBeNull();
  expect(rows.size).toBe(0);
});

/** The same rows, but nothing written: to look without sliding. */
function setUpCopy(store: SessionStore<SessionRow, { name: string }>) {
  return { ...store, touch: async () => {} };
}

test.each([
  ["web", 6 * DAY, 30 * DAY],
  ["admin", 50 * MINUTE, 12 * HOUR],
] as const)("a %s session in use slides, never beyond its absolute end", async (audience, pause, absolute) => {
  const { sessions, store, rows, time } = setUp(audience);
  const start = time.now;
  const { token } = await sessions.create(store, newSession);
  let last = await sessions.validate(store, token);
  for (; time.now + pause < start + absolute; ) {
    time.now += pause;
    last = await sessions.validate(store, token);
    expect(last?.slid).toBe(true);
    expect(last?.session.lastSeenAt.getTime()).toBe(time.now);
    expect(last?.session.expiresAt.getTime()).toBeLessThanOrEqual(start + absolute);
  }
  time.now = start + absolute - 1000;
  expect(await sessions.validate(store, token)).not.toBeNull();
  time.now = start + absolute;
  expect(await sessions.validate(store, token)).toBeNull();
  expect(rows.size).toBe(0);
});

test("use is written at most every five minutes, also near the absolute end", async () => {
  const { sessions, store, calls, time } = setUp();
  const start = time.now;
  const { token } = await sessions.create(store, newSession);
  const validateEverySecond = async (seconds: number) => {
    const before = calls.touch;
    for (let i = 0; i < seconds; i += 1) {
      time.now += 1000;
      await sessions.validate(store, token);
    }
    return calls.touch - before;
  };
  expect(await validateEverySecond(299)).toBe(0);
  expect(await validateEverySecond(1)).toBe(1);
  expect(await validateEverySecond(600)).toBe(2);
  for (; time.now < start + 29 * DAY; time.now += 6 * DAY) await sessions.validate(store, token);
  time.now = start + 30 * DAY - HOUR;
  await sessions.validate(store, token);
  expect(await validateEverySecond(600)).toBe(2);
});

test("limits that were lowered hold for sessions made before", async () => {
  const { sessions, store, time } = setUp();
  const { token } = await sessions.create(store, newSession);
  const stricter = createSessions({
    audience: "web",
    secure: true,
    clock: () => new Date(time.now),
    randomBytes,
    limits: { idleSeconds: 3600, absoluteSeconds: 7200, touchSeconds: 300 },
  });
  time.now += 3600_000;
  expect(await stricter.validate(store, token)).toBeNull();
});

test("a session of one app is nothing to the other, and is left alone", async () => {
  const web = setUp("web");
  const admin = setUp("admin");
  const { token } = await web.sessions.create(web.store, newSession);
  expect(await admin.sessions.validate(web.store, token)).toBeNull();
  expect(await web.sessions.validate(web.store, token)).not.toBeNull();
});

test("an unknown token is null and a malformed one does not reach the store", async () => {
  const { sessions, store, calls } = setUp();
  expect(await sessions.validate(store, "a".repeat(32))).toBeNull();
  for (const bad of ["", "x", "A".repeat(32), "a".repeat(1_000_000), "__proto__", "' or 1=1 --"]) {
    expect(await sessions.validate(store, bad)).toBeNull();
  }
  expect(calls).toEqual({ find: 1, touch: 0, remove: 0 });
});

test("rotation gives a new token, ends the old one and keeps the absolute end", async () => {
  const { sessions, store, time } = setUp();
  const { token, session } = await sessions.create(store, newSession);
  time.now += DAY;
  const rotated = await sessions.rotate(store, session, { provedAt: new Date(time.now), assurance: 2 });
  expect(rotated?.session).toMatchObject({
    id: session.id,
    assurance: 2,
    provedAt: new Date(time.now),
    absoluteExpiresAt: session.absoluteExpiresAt,
  });
  expect(await sessions.validate(store, token)).toBeNull();
  expect((await sessions.validate(store, rotated?.token ?? ""))?.session.id).toBe(session.id);
});

test("of twenty rotations at once one wins", async () => {
  const { sessions, store } = setUp();
  const { session } = await sessions.create(store, newSession);
  const rotations = await Promise.all(Array.from({ length: 20 }, () => sessions.rotate(store, session)));
  expect(rotations.filter((rotation) => rotation !== null)).toHaveLength(1);
});

test("a failing store fails the call: nobody is signed in by an outage", async () => {
  const { sessions, store } = setUp();
  const { token } = await sessions.create(store, newSession);
  const down = { ...store, find: () => Promise.reject(new Error("database is down")) };
  await expect(sessions.validate(down, token)).rejects.toThrow("database is down");
});

test("cookies are HttpOnly, Lax, for the whole site, and Secure with the __Host- prefix over https", async () => {
  const { sessions, time } = setUp();
  const token = "a".repeat(32);
  expect(sessions.cookie(token, new Date(time.now + 90_500))).toBe(
    `__Host-pf_session=${token}; HttpOnly; Max-Age=91; Path=/; SameSite=Lax; Secure`,
  );
  expect(sessions.blankCookie()).toBe("__Host-pf_session=; HttpOnly; Max-Age=0; Path=/; SameSite=Lax; Secure");
  const plain = setUp("admin", false).sessions;
  expect(plain.cookie(token, new Date(time.now - 1))).toBe(
    `pf_admin_session=${token}; HttpOnly; Max-Age=0; Path=/; SameSite=Lax`,
  );
  expect(sessions.readToken({ cookieHeader: `__Host-pf_session=${token}` })).toEqual({
    token,
    via: "cookie",
    kind: "session",
  });
  expect(sessions.readToken({ cookieHeader: `pf_session=${token}` })).toBeNull();
});
