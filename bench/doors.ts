import { randomBytes } from "node:crypto";
import type { Launched } from "../tooling/run/launch.ts";

/** One way to be answered at a door: what is asked, and what the database is brought to before each try. */
interface Answer {
  name: string;
  path: string;
  body: () => object;
}

interface Door {
  name: string;
  /** All answer alike, so time must not tell one from another. */
  answers: Answer[];
}

type Query = (text: string, values?: unknown[]) => Promise<unknown>;

const PASSWORD = "Quiet-Harbour-Lantern-42";
const STATES = ["active", "locked", "suspended", "deleted", "pending"] as const;
const addressOf = (state: (typeof STATES)[number] | "nobody") => `door-${state}@example.com`;

/**
 * How far apart the medians of a door's answers are, in milliseconds, by door: what somebody with a stopwatch could learn
 * of an account (spec ID-4, ID-1). The tries are interleaved, so that the machine's moods hit every answer.
 */
export async function measureDoors(product: Launched, tries: number): Promise<{ door: string; apartMs: number }[]> {
  const base = `http://127.0.0.1:${product.settings.ports.web}`;
  const { default: pg } = await import("pg");
  const owner = new pg.Client({ connectionString: String(product.env.owner.DATABASE_URL) });
  await owner.connect();
  try {
    const query: Query = (text, values) => owner.query(text, values);
    await makeAccounts(base, query);
    const measured: { door: string; apartMs: number }[] = [];
    for (const door of DOORS) measured.push(await measureDoor(base, query, door, tries));
    return measured;
  } finally {
    await owner.end();
  }
}

const fresh = () => randomBytes(6).toString("hex");
const signIn = (name: string, identifier: string, password = PASSWORD): Answer => ({
  name,
  path: "/auth/login",
  body: () => ({ identifier, password }),
});
const register = (name: string, address: () => string): Answer => ({
  name,
  path: "/auth/register",
  body: () => ({ email: address(), username: `door-${fresh()}`, displayName: "Door", password: PASSWORD }),
});
const mailed = (path: string) => (name: string, email: string) => ({ name, path, body: () => ({ email }) });
const reset = mailed("/auth/password-reset");
const resend = mailed("/auth/resend-verification");

const DOORS: Door[] = [
  {
    name: "sign-in",
    answers: [
      signIn("unknown", addressOf("nobody")),
      signIn("wrong password", addressOf("active"), "Wrong-guess-1!"),
      signIn("locked", addressOf("locked")),
      signIn("suspended", addressOf("suspended")),
      signIn("deleted", addressOf("deleted")),
    ],
  },
  {
    name: "register",
    answers: [register("taken", () => addressOf("active")), register("free", () => `door-${fresh()}@example.com`)],
  },
  { name: "reset", answers: [reset("known", addressOf("active")), reset("unknown", addressOf("nobody"))] },
  { name: "resend", answers: [resend("owed", addressOf("pending")), resend("unknown", addressOf("nobody"))] },
];

/** One that signed up as people do, and its like in every state. */
async function makeAccounts(base: string, query: Query): Promise<void> {
  const email = `door-${fresh()}@example.com`;
  const person = { email, username: `door-${fresh()}`, displayName: "Door", password: PASSWORD };
  await ask(base, "/auth/register", person);
  for (const state of STATES) {
    const status = state === "locked" ? "ACTIVE" : state.toUpperCase();
    await query(
      `INSERT INTO account (id, email, email_normal, username, username_skeleton, display_name, status, password_hash,
         password_changed_at, email_verified_at, suspended_at, deleted_at, created_at, updated_at)
       SELECT gen_random_uuid(), $1, $1, $2, $2, display_name, $3::"AccountStatus", password_hash, password_changed_at,
         CASE WHEN $3 <> 'PENDING' THEN now() END, CASE WHEN $3 = 'SUSPENDED' THEN now() END,
         CASE WHEN $3 = 'DELETED' THEN now() END, created_at, updated_at FROM account WHERE email = $4`,
      [addressOf(state), `door-${state}-${fresh()}`, status, email],
    );
  }
}

async function measureDoor(base: string, query: Query, { name, answers }: Door, tries: number) {
  const times = answers.map((): number[] => []);
  for (let round = -10; round < tries; round++) {
    for (let place = 0; place < answers.length; place++) {
      // Each round begins with another one: none is always the first after a pause.
      const index = (place + round + 10) % answers.length;
      const took = await timeOne(base, query, answers[index]);
      if (round >= 0) times[index]?.push(took);
    }
  }
  const medians = times.map((all) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0);
  const said = answers.map((answer, index) => `${answer.name} ${(medians[index] ?? 0).toFixed(2)}`);
  console.log(`\nDoor: ${name}, ${tries} interleaved tries of each, median ms\n  ${said.join(", ")}`);
  return { door: name, apartMs: Math.max(...medians) - Math.min(...medians) };
}

/** The limits and the locks are put back, so that each try meets the same state. */
async function timeOne(base: string, query: Query, answer: Answer | undefined): Promise<number> {
  if (!answer) return 0;
  await query("DELETE FROM rate_limit");
  await query("DELETE FROM credential_guard");
  await query(
    `INSERT INTO credential_guard (account_id, kind, device_id, failed_at, in_row, locked_until)
     SELECT id, 'PASSWORD', '00000000-0000-0000-0000-000000000000', ARRAY[now()], 5, now() + interval '15 minutes'
     FROM account WHERE email = $1`,
    [addressOf("locked")],
  );
  const body = answer.body();
  const startedAt = performance.now();
  const status = await ask(base, answer.path, body);
  const took = performance.now() - startedAt;
  if (status !== (answer.path === "/auth/login" ? 401 : 202)) throw new Error(`${answer.path}: ${status}`);
  return took;
}

async function ask(base: string, path: string, body: object): Promise<number> {
  const response = await fetch(`${base}/api/v1${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": "10.210.0.1" },
    body: JSON.stringify(body),
  });
  await response.text();
  return response.status;
}
