import type { TestAccount, TestSystem } from "@pronaflow/testing";
import { asGuest, auditOf, inConsole, makeAccount, openTestSystem, twentyAtOnce } from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { SystemContext, UserContext } from "../kernel/context.ts";
import { transact } from "../kernel/transaction.ts";
import { acknowledgeIncident, findIncident, listIncidents, resolveIncident } from "./index.ts";
import type { FoundIncident } from "./open-incident.ts";
import { openIncident } from "./open-incident.ts";

let system: TestSystem;
let account: TestAccount;
let admin: SystemContext & UserContext;
beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());
beforeEach(async () => {
  system.clock.advance({ minutes: 1 });
  account = await makeAccount(system);
  admin = await inConsole(system, await makeAccount(system, { systemRole: "ADMIN" }));
  await system.owner.query("DELETE FROM incident");
});

const open = (facts: Partial<FoundIncident> = {}) =>
  transact(system.web, {}, (tx) =>
    openIncident(tx, asGuest(system.web), {
      kind: "new_country",
      severity: "MEDIUM",
      accountId: account.id,
      sameAs: `new_country:${account.id}:FR`,
      evidence: { country: "FR", ip: "203.0.113.7" },
      ...facts,
    }),
  );

async function opened(facts: Partial<FoundIncident> = {}): Promise<string> {
  return (await open(facts))?.id ?? expect.unreachable();
}

const settle = (id: string) => ({ id, reason: "Asked the owner" });

test("twenty sights of the same thing at once are one incident, counted twenty times", async () => {
  const { values } = await twentyAtOnce(() => open());
  expect(new Set(values.map((value) => value?.id)).size).toBe(1);
  expect(values.filter((value) => value?.isNew)).toHaveLength(1);
  const { items } = await listIncidents(admin, {});
  expect(items).toMatchObject([{ kind: "new_country", occurrences: 20, account: { email: account.email } }]);
});

test("what happens again takes the newer evidence and the graver severity", async () => {
  const id = await opened();
  await open({ severity: "HIGH", evidence: { country: "FR", ip: "203.0.113.8" } });
  await open({ severity: "LOW" });
  expect(await findIncident(admin, { id })).toMatchObject({ severity: "HIGH", occurrences: 3 });
});

test("once it is resolved, the same thing opens another", async () => {
  const first = await opened();
  await resolveIncident(admin, settle(first));
  const second = await opened();
  expect(second).not.toBe(first);
});

test("a sight that was counted or closed before counts no more", async () => {
  const seenAt = system.clock.now();
  const id = await opened({ seenAt });
  expect(await open({ seenAt })).toBeNull();
  await resolveIncident(admin, settle(id));
  expect(await open({ seenAt })).toBeNull();
  expect(await open({ seenAt: new Date(seenAt.getTime() + 1) })).toMatchObject({ isNew: true });
});

test("acknowledged, then resolved, with a reason, in the audit and in its history", async () => {
  const id = await opened();
  expect(await acknowledgeIncident(admin, settle(id))).toEqual({ id, state: "ACKNOWLEDGED" });
  expect(await resolveIncident(admin, settle(id))).toEqual({ id, state: "RESOLVED" });
  const detail = await findIncident(admin, { id });
  expect(detail).toMatchObject({
    state: "RESOLVED",
    closedAt: system.clock.now().toISOString(),
    evidence: { country: "FR", ip: "203.0.113.7" },
  });
  expect(detail.history.map(({ action, reason }) => [action, reason])).toEqual([
    ["incident.resolved", "Asked the owner"],
    ["incident.acknowledged", "Asked the owner"],
  ]);
  expect(await auditOf(system, id)).toMatchObject([
    { action: "incident.acknowledged", actorId: admin.actor.account.id, detail: { before: { state: "OPEN" } } },
    { action: "incident.resolved", detail: { before: { state: "ACKNOWLEDGED" }, after: { state: "RESOLVED" } } },
  ]);
});

test("of twenty admins at once one acknowledges, and one resolves", async () => {
  const id = await opened();
  for (const act of [acknowledgeIncident, resolveIncident]) {
    const { values, codes } = await twentyAtOnce(() => act(admin, settle(id)));
    expect(values).toHaveLength(1);
    expect(codes).toEqual(Array(19).fill("INCIDENT_SETTLED"));
  }
  expect(await auditOf(system, id)).toHaveLength(2);
});

test("what is resolved is not acknowledged, and what is not there is not found", async () => {
  const id = await opened();
  await resolveIncident(admin, settle(id));
  await expect(acknowledgeIncident(admin, settle(id))).rejects.toMatchObject({ code: "INCIDENT_SETTLED" });
  const missing = { id: account.id };
  await expect(findIncident(admin, missing)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(resolveIncident(admin, settle(account.id))).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("the list pages by keyset, the newest first, and narrows by state, severity and kind", async () => {
  const ids: string[] = [];
  for (let index = 0; index < 7; index++) {
    system.clock.advance({ seconds: index % 2 });
    ids.unshift(await opened({ sameAs: `thing-${index}`, severity: index === 3 ? "HIGH" : "LOW" }));
  }
  const pages: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await listIncidents(admin, { limit: 3, ...(cursor && { cursor }) });
    pages.push(...page.items.map(({ id }) => id));
    if (!page.nextCursor) break;
    cursor = page.nextCursor;
  }
  expect(pages).toEqual(ids);
  expect((await listIncidents(admin, { severity: "HIGH" })).items.map(({ id }) => id)).toEqual([ids[3]]);
  await resolveIncident(admin, settle(ids[0] ?? ""));
  expect((await listIncidents(admin, { state: "RESOLVED" })).items).toHaveLength(1);
  expect((await listIncidents(admin, { state: "OPEN" })).items).toHaveLength(6);
  expect((await listIncidents(admin, { kind: "impossible_travel" })).items).toEqual([]);
  await expect(listIncidents(admin, { cursor: "nonsense" })).rejects.toMatchObject({ code: "INVALID_INPUT" });
});
