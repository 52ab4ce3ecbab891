import { createHasher, hashToken, newToken } from "@pronaflow/auth";
import type { TestAccount, TestSystem } from "@pronaflow/testing";
import { asGuest, asUser, mailsTo, makeAccount, openTestSystem, TEST_PASSWORD } from "@pronaflow/testing";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Services } from "../kernel/services.ts";
import { changePassword, requestPasswordReset, resetPassword, signIn } from "./index.ts";

/** The rules as a person would tell them. Times are milliseconds. */
interface Model {
  now: number;
  /** Every link that was ever mailed, oldest first. At most the last one asked for works. */
  links: { token: string; until: number; isOver: boolean }[];
  /** Newest first, the present one included. */
  passwords: string[];
  sessions: number;
  isSuspended: boolean;
}

interface World {
  services: Services;
  account: TestAccount;
}

const MINUTE = 60_000;
let system: TestSystem;
let services: Services;
beforeAll(async () => {
  system = await openTestSystem();
  // Real hashes at the least cost: a life makes hundreds of them.
  services = { ...system.web, hasher: createHasher({ cost: { memoryKib: 64, passes: 1, lanes: 1 } }) };
});
afterAll(() => system.close());

type Act = fc.AsyncCommand<Model, World>;

function act(name: string, run: (model: Model, world: World) => Promise<void>, check: Act["check"] = () => true): Act {
  return {
    check,
    async run(model, world) {
      // Limits and locks are the guard's to test; here are the rules behind them.
      await system.owner.query("DELETE FROM rate_limit");
      await system.owner.query("DELETE FROM credential_guard");
      await run(model, world);
      const { rows } = await system.owner.query("SELECT count(*)::int AS n FROM session WHERE account_id = $1", [
        world.account.id,
      ]);
      expect(rows[0].n).toBe(model.sessions);
    },
    toString: () => name,
  };
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    ({ code }) => code,
  );
const guest = () => asGuest(services);
const isGood = (model: Readonly<Model>, link: Model["links"][number] | undefined) =>
  link !== undefined && !link.isOver && link.until > model.now && !model.isSuspended;
const newPassword = () => `Quiet-Harbour-${newToken(services.random.bytes)}-7`;

function settle(model: Model, password: string): void {
  model.passwords.unshift(password);
  for (const link of model.links) link.isOver = true;
}

const ask = (times: number) =>
  act(`ask for ${times} at once`, async (model, { account }) => {
    const asked = Array.from({ length: times }, () => requestPasswordReset(guest(), { email: account.email }));
    expect(await Promise.all(asked)).toEqual(asked.map(() => ({ status: "accepted" })));
    const mailed = await tokensOf(account);
    expect(mailed).toHaveLength(model.links.length + (model.isSuspended ? 0 : times));
    if (model.isSuspended) return;
    const live = await liveHashes(account);
    expect(live).toHaveLength(1);
    for (const link of model.links) link.isOver = true;
    for (const token of mailed.slice(model.links.length)) {
      const isOver = !live[0]?.equals(hashToken(token));
      model.links.push({ token, until: model.now + 15 * MINUTE, isOver });
    }
    // Of several at once one works, whichever came last.
    expect(model.links.filter((link) => !link.isOver)).toHaveLength(1);
  });

async function tokensOf(account: TestAccount): Promise<string[]> {
  const mails = (await mailsTo(system, account.email)).filter(({ template }) => template === "password-reset");
  return mails.map(({ props }) => String(props.link).split("#token=")[1] ?? "");
}

async function liveHashes(account: TestAccount): Promise<Buffer[]> {
  const { rows } = await system.owner.query(
    "SELECT token_hash FROM one_time_token WHERE account_id = $1 AND purpose = 'PASSWORD_RESET' AND used_at IS NULL",
    [account.id],
  );
  return rows.map(({ token_hash }) => token_hash);
}

type Wish = "new" | "weak" | "present" | "old";

/** Opens a link, several times at once, each caller with a password of their own. `age`: 0 is the newest. */
const open = (age: number, wish: Wish, callers: number) =>
  act(
    `open link -${age} with a ${wish} password, ${callers} at once`,
    async (model) => {
      const link = model.links.at(-1 - age) ?? model.links[0];
      const wanted = Array.from({ length: callers }, () => ({
        new: newPassword(),
        weak: "qzvk",
        present: model.passwords[0] ?? "",
        old: model.passwords[4] ?? model.passwords.at(-1) ?? "",
      }));
      const works = wanted.map((one) => resetPassword(guest(), { token: link?.token ?? "", password: one[wish] }));
      const codes = await Promise.all(works.map(codeOf));
      if (!isGood(model, link)) return expect(new Set(codes)).toEqual(new Set(["TOKEN_INVALID"]));
      // A refused password leaves the link good.
      if (wish !== "new") return expect(new Set(codes)).toEqual(new Set(["PASSWORD_REFUSED"]));
      expect(codes.filter((code) => code === "done")).toHaveLength(1);
      expect(codes.filter((code) => code === "TOKEN_INVALID")).toHaveLength(callers - 1);
      settle(model, wanted[codes.indexOf("done")]?.new ?? "");
      model.sessions = 0;
    },
    (model) => model.links.length > 0,
  );

const comeIn = (isPresent: boolean) =>
  act(`sign in with ${isPresent ? "the present" : "an earlier"} password`, async (model, { account }) => {
    const password = (isPresent ? model.passwords[0] : model.passwords[1]) ?? "Never-was-one-1!";
    const isLetIn = isPresent && !model.isSuspended;
    const entered = signIn(guest(), { identifier: account.email, password });
    expect(await codeOf(entered)).toBe(isLetIn ? "done" : "INVALID_CREDENTIALS");
    if (isLetIn) model.sessions = Math.min(model.sessions + 1, 5);
  });

const change = act(
  "change the password with the present one",
  async (model, { account }) => {
    const ctx = { ...(await asUser(system, account)), services };
    const [currentPassword = ""] = model.passwords;
    const password = newPassword();
    await changePassword(ctx, { currentPassword, newPassword: password });
    // The link that was on its way is dead, too: it is older than this password.
    settle(model, password);
    model.sessions = 1;
  },
  (model) => !model.isSuspended && model.sessions < 5,
);

const suspend = act("suspend, or let go on", async (model, { account }) => {
  model.isSuspended = !model.isSuspended;
  await system.owner.query(`UPDATE account SET status = $2::"AccountStatus" WHERE id = $1`, [
    account.id,
    model.isSuspended ? "SUSPENDED" : "ACTIVE",
  ]);
});

const goTo = (model: Model, at: number) => {
  model.now = Math.max(model.now, at);
  system.clock.set(new Date(model.now));
};
const wait = (milliseconds: number) =>
  act(`wait ${milliseconds / 1000} s`, async (model) => goTo(model, model.now + milliseconds));
const waitForEnd = (before: number) =>
  act(
    `wait until ${before} ms before the newest link's end`,
    async (model) => goTo(model, (model.links.at(-1)?.until ?? 0) - before),
    (model) => model.links.length > 0,
  );
/** Acts on end that chance would seldom put in this order. */
const inTurn = (name: string, ...parts: Act[]) =>
  act(name, async (model, world) => {
    for (const part of parts) if (part.check(model)) await part.run(model, world);
  });

const wish = fc.constantFrom<Wish>("new", "new", "new", "weak", "present", "old");
const callers = fc.constantFrom(1, 1, 1, 5);
const acts = [
  fc.constantFrom(1, 1, 3).map(ask),
  fc.tuple(fc.nat(2), wish, callers).map((given) => open(...given)),
  fc.tuple(fc.constant(0), wish, callers).map((given) => open(...given)),
  fc.constantFrom(1, 1000, MINUTE, 14 * MINUTE).map(wait),
  fc.constant(inTurn("ask, and open at the very end", ask(1), waitForEnd(0), open(0, "new", 1))),
  fc.constant(inTurn("ask, and open just before the end", ask(1), waitForEnd(1), open(0, "new", 1))),
  fc.constant(inTurn("ask twice, and open the first", ask(1), ask(1), open(1, "new", 1))),
  fc.constant(inTurn("ask, open, and open again", ask(1), open(0, "new", 1), open(0, "new", 2))),
  fc.constant(inTurn("ask, change it, and open", ask(1), change, open(0, "new", 1))),
  fc.boolean().map(comeIn),
  fc.constant(change),
  fc.constant(suspend),
];

test("any course of asking, waiting and opening goes as the rules say: one live link, once, for 15 minutes", {
  timeout: 240_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(acts, { maxCommands: 40, size: "max" }), async (commands) => {
      system.clock.advance({ days: 40 });
      const account = await makeAccount(system);
      const now = system.clock.now().getTime();
      const model = { now, links: [], passwords: [TEST_PASSWORD], sessions: 0, isSuspended: false };
      await fc.asyncModelRun(() => ({ model, real: { services, account } }), commands);
    }),
    { numRuns: 20 },
  );
});
