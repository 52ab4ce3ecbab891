import { createHasher } from "@pronaflow/auth";
import type { TestAccount, TestSystem } from "@pronaflow/testing";
import { asGuest, asUser, mailsTo, makeAccount, openTestSystem } from "@pronaflow/testing";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { registerAccount } from "../identity/index.ts";
import type { Services } from "../kernel/services.ts";
import * as account from "./index.ts";

/** One request for another address, as a person would tell its story. Times are milliseconds. */
interface Change {
  from: string;
  to: string;
  confirmToken: string | null;
  undoToken: string;
  at: number;
  until: number;
  undoUntil: number | null;
  isConfirmed: boolean;
  isApproved: boolean;
  isOff: boolean;
}

interface Model {
  now: number;
  address: string;
  changes: Change[];
  /** Addresses that strangers have registered. */
  taken: string[];
}

interface World {
  owner: TestAccount;
  /** What can be moved to; the owner's first address is the first of them. */
  addresses: string[];
}

const HOUR = 60 * 60_000;
let system: TestSystem;
let services: Services;
beforeAll(async () => {
  system = await openTestSystem();
  services = { ...system.web, hasher: createHasher({ cost: { memoryKib: 64, passes: 1, lanes: 1 } }) };
});
afterAll(() => system.close());

type Act = fc.AsyncCommand<Model, World>;

function act(name: string, run: (model: Model, world: World) => Promise<void>, check: Act["check"] = () => true): Act {
  return {
    check,
    async run(model, world) {
      await system.owner.query("DELETE FROM rate_limit");
      await run(model, world);
      await expectAgreement(model, world);
    },
    toString: () => name,
  };
}

async function expectAgreement(model: Model, { owner }: World): Promise<void> {
  const { rows } = await system.owner.query("SELECT email FROM account WHERE id = $1", [owner.id]);
  expect(rows[0].email).toBe(model.address);
  const shown = await account.getEmailChange(await asUser(system, owner));
  const last = model.changes.filter((change) => isWaiting(model, change) || isUndoable(model, change)).at(-1);
  expect(shown && [shown.state, shown.fromEmail, shown.toEmail]).toEqual(
    last ? [last.isConfirmed ? "changed" : "waiting", last.from, last.to] : null,
  );
}

const isWaiting = (model: Model, { isOff, isConfirmed, until }: Change) => !isOff && !isConfirmed && until > model.now;
const isUndoable = (model: Model, { isOff, isConfirmed, undoUntil }: Change) =>
  !isOff && isConfirmed && (undoUntil ?? 0) > model.now;
const isGoodToConfirm = (model: Model, change: Change) =>
  change.confirmToken !== null &&
  isWaiting(model, change) &&
  change.from === model.address &&
  !model.taken.includes(change.to);
/** Whether somebody else may not have an address: its owner has it, or may still take it back. */
const isKept = (model: Model, address: string) =>
  address === model.address || model.changes.some((one) => one.from === address && isUndoable(model, one));

const guest = () => asGuest(services);
const codeOf = (work: Promise<{ status: string }>) =>
  work.then(
    ({ status }) => status,
    ({ code }) => code,
  );
const tokenIn = (link: unknown) => String(link).split("#token=")[1] ?? "";

const ask = (to: number) =>
  act(`ask for address ${to}`, async (model, { owner, addresses }) => {
    const email = addresses[to] ?? "";
    // Two requests are never of one moment: which of them was first could not be told.
    goTo(model, model.now + 1);
    const asked = account.requestEmailChange(await asUser(system, owner), { email });
    if (email === model.address) return expect(await codeOf(asked)).toBe("INVALID_INPUT");
    expect(await codeOf(asked)).toBe("accepted");
    const told = (await mailsTo(system, model.address)).filter(({ template }) => template === "email-change-requested");
    const toNew = (await mailsTo(system, email)).at(-1);
    const isTaken = model.taken.includes(email);
    expect(toNew?.template).toBe(isTaken ? "already-registered" : "email-change-confirm");
    for (const one of model.changes) if (!one.isConfirmed) one.isOff = true;
    model.changes.push({
      ...{ from: model.address, to: email, at: model.now, until: model.now + 24 * HOUR, undoUntil: null },
      ...{ isConfirmed: false, isApproved: false, isOff: false },
      confirmToken: isTaken ? null : tokenIn(toNew?.props.link),
      undoToken: tokenIn(told.at(-1)?.props.undoLink),
    });
  });

/** Everything one may do with the links of one change; `age`: 0 is the newest. */
const withChange = (
  name: string,
  age: number,
  run: (model: Model, change: Change, world: World) => Promise<void>,
): Act =>
  act(
    `${name} of change -${age}`,
    async (model, world) => {
      const change = model.changes.at(-1 - age);
      if (change) await run(model, change, world);
    },
    (model) => model.changes.length > age,
  );

const confirm = (age: number, callers: number) =>
  withChange(`confirm ${callers} at once`, age, async (model, change) => {
    const token = change.confirmToken ?? "a".repeat(32);
    const codes = await Promise.all(
      Array.from({ length: callers }, () => codeOf(account.confirmEmailChange(guest(), { token }))),
    );
    const isGood = isGoodToConfirm(model, change);
    expect(codes.sort()).toEqual([
      ...Array(callers - (isGood ? 1 : 0)).fill("TOKEN_INVALID"),
      ...(isGood ? ["confirmed"] : []),
    ]);
    if (!isGood) return;
    model.address = change.to;
    Object.assign(change, { isConfirmed: true, undoUntil: model.now + (change.isApproved ? 0 : 72 * HOUR) });
  });

const undo = (age: number, callers: number) =>
  withChange(`undo ${callers} at once`, age, async (model, change, { owner }) => {
    const { undoToken: token } = change;
    const codes = await Promise.all(
      Array.from({ length: callers }, () => codeOf(account.undoEmailChange(guest(), { token }))),
    );
    const restored = isUndoable(model, change) ? "restored" : null;
    const expected = isWaiting(model, change) ? "cancelled" : restored;
    expect(codes.sort()).toEqual(
      [...Array(callers - (expected ? 1 : 0)).fill("TOKEN_INVALID"), ...(expected ? [expected] : [])].sort(),
    );
    if (expected === "cancelled") change.isOff = true;
    if (expected !== "restored") return;
    model.address = change.from;
    // What was built on it falls with it, and what waited, too.
    for (const one of model.changes) if (one.at >= change.at || !one.isConfirmed) one.isOff = true;
    const { rowCount } = await system.owner.query("SELECT FROM session WHERE account_id = $1", [owner.id]);
    expect(rowCount).toBe(0);
  });

const approve = (age: number) =>
  withChange("approve", age, async (model, change) => {
    const isGood = !change.isApproved && (isWaiting(model, change) || isUndoable(model, change));
    const code = await codeOf(account.approveEmailChange(guest(), { token: change.undoToken }));
    expect(code).toBe(isGood ? "done" : "TOKEN_INVALID");
    if (!isGood) return;
    change.isApproved = true;
    if (change.isConfirmed) change.undoUntil = model.now;
  });

const confirmAndUndo = withChange("confirm and undo at once", 0, async (model, change) => {
  const token = change.confirmToken ?? "a".repeat(32);
  const [confirmed, undone] = await Promise.all([
    codeOf(account.confirmEmailChange(guest(), { token })),
    codeOf(account.undoEmailChange(guest(), { token: change.undoToken })),
  ]);
  if (undone === "TOKEN_INVALID") {
    // Approved beforehand: once it is confirmed nobody takes it back. Else neither link was good any more.
    expect(confirmed).toBe(change.isApproved && isGoodToConfirm(model, change) ? "confirmed" : "TOKEN_INVALID");
    if (confirmed !== "confirmed") return;
    model.address = change.to;
    Object.assign(change, { isConfirmed: true, undoUntil: model.now });
    return;
  }
  // Whichever came first: the address is the old one, and both links are spent.
  const wasConfirmed = change.isConfirmed || confirmed === "confirmed";
  expect(undone).toBe(wasConfirmed ? "restored" : "cancelled");
  if (wasConfirmed) model.address = change.from;
  for (const one of model.changes) {
    if (one.at >= change.at || (wasConfirmed && !one.isConfirmed)) one.isOff = true;
  }
});

const cancel = act("cancel", async (model, { owner }) => {
  await account.cancelEmailChange(await asUser(system, owner), {});
  for (const one of model.changes) if (!one.isConfirmed) one.isOff = true;
});

const takeByStranger = (index: number) =>
  act(`a stranger registers address ${index}`, async (model, { addresses }) => {
    const email = addresses[index] ?? "";
    const username = `stranger-${services.random.uuid().slice(-10)}`;
    const given = { email, username, displayName: "S", password: "Blue-Canal-Ladder-31" };
    expect(await registerAccount(guest(), given)).toEqual({ status: "verification_sent" });
    const { rowCount } = await system.owner.query("SELECT FROM account WHERE username = $1", [username]);
    const isFree = !isKept(model, email) && !model.taken.includes(email);
    expect(rowCount).toBe(isFree ? 1 : 0);
    if (isFree) model.taken.push(email);
  });

const goTo = (model: Model, at: number) => {
  model.now = Math.max(model.now, at);
  system.clock.set(new Date(model.now));
};
const wait = (hours: number) => act(`wait ${hours} h`, async (model) => goTo(model, model.now + hours * HOUR));
const waitForEnd = (before: number) =>
  withChange(`wait until ${before} ms before the end`, 0, async (model, change) => {
    goTo(model, (change.undoUntil ?? change.until) - before);
  });
const inTurn = (name: string, ...parts: Act[]) =>
  act(name, async (model, world) => {
    for (const part of parts) if (part.check(model)) await part.run(model, world);
  });

const address = fc.nat(3);
const age = fc.constantFrom(0, 0, 0, 1, 2);
const callers = fc.constantFrom(1, 1, 4);
const acts = [
  address.map(ask),
  fc.tuple(age, callers).map((given) => confirm(...given)),
  fc.tuple(age, callers).map((given) => undo(...given)),
  age.map(approve),
  address.map((to) => inTurn(`change to ${to}`, ask(to), confirm(0, 1))),
  fc
    .tuple(address, fc.constantFrom(0, 1))
    .map(([to, before]) => inTurn(`ask for ${to}, confirm at the end`, ask(to), waitForEnd(before), confirm(0, 1))),
  fc
    .tuple(address, fc.constantFrom(0, 1))
    .map(([to, before]) =>
      inTurn(`change to ${to}, undo at the end`, ask(to), confirm(0, 1), waitForEnd(before), undo(0, 2)),
    ),
  address.map((to) => inTurn(`ask twice, confirm the first of ${to}`, ask(to), ask(3 - to), confirm(1, 1))),
  fc.constant(confirmAndUndo),
  fc.constant(cancel),
  address.map(takeByStranger),
  fc.constantFrom(1, 24, 72).map(wait),
];

test("any course of asking, confirming, approving and undoing goes as the rules say: 24 hours one way, 72 the other", {
  timeout: 240_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(acts, { maxCommands: 40, size: "max" }), async (commands) => {
      system.clock.advance({ days: 40 });
      const owner = await makeAccount(system);
      const addresses = [owner.email, ...["b", "c", "d"].map((one) => `${one}-${owner.email}`)];
      const model = { now: system.clock.now().getTime(), address: owner.email, changes: [], taken: [] };
      await fc.asyncModelRun(() => ({ model, real: { owner, addresses } }), commands);
    }),
    { numRuns: 20 },
  );
});
