import type { TestAccount, TestSystem } from "@pronaflow/testing";
import {
  asUser,
  auditOf,
  giveTotp,
  inWorkspace,
  makeAccount,
  makeWorkspace,
  openSessionFor,
  openTestSystem,
} from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { getBilling, getPosture, getSettings, listMarks, updateBilling, updateSettings } from "./index.ts";

let system: TestSystem;
let owner: TestAccount;
let guest: TestAccount;
let id: string;

beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(() => system.close());
beforeEach(async () => {
  owner = await makeAccount(system);
  guest = await makeAccount(system);
  id = (await makeWorkspace(system, owner, [{ account: guest, role: "GUEST" }])).id;
});

const asOwner = async () => await inWorkspace(await asUser(system, owner), id);

test("settings are patched field by field, with before and after of the change alone", async () => {
  const ctx = await asOwner();
  const before = await getSettings(ctx);
  expect(before).toMatchObject({ dayStart: "09:00", dayEnd: "17:00", minutesPerDay: 480, accentColour: null });
  const night = { timeZone: "Asia/Ho_Chi_Minh", workDays: [5, 1, 1], dayStart: "22:00", dayEnd: "06:00" };
  const after = await updateSettings(ctx, { id, ...night });
  expect(after).toEqual({ ...before, ...night, workDays: [1, 5] });
  expect(await getSettings(ctx)).toEqual(after);
  await updateSettings(ctx, { id, ...night });
  const rows = await auditOf(system, id);
  expect(rows).toHaveLength(1);
  expect(rows[0]?.detail.after).toEqual({ ...night, workDays: [1, 5] });
});

test.each([
  ["more than the day holds", { dayStart: "09:00", dayEnd: "12:00" }, "minutesPerDay", "DAY_LENGTH"],
  ["more than a night holds", { dayStart: "23:00", dayEnd: "06:30" }, "minutesPerDay", "DAY_LENGTH"],
  ["no day at all", { workDays: [] }, "workDays", "WORK_DAYS"],
  ["a zone that is none", { timeZone: "Mars/Olympus" }, "timeZone", "TIME_ZONE_INVALID"],
  ["half past 24", { dayStart: "24:30" }, "dayStart", "TIME_INVALID"],
  ["a colour's name", { accentColour: "red" }, "accentColour", "COLOUR_INVALID"],
])("%s is refused by its field and nothing changes", async (_what, input, field, code) => {
  const ctx = await asOwner();
  const before = await getSettings(ctx);
  await expect(updateSettings(ctx, { id, ...input })).rejects.toMatchObject({
    code: "INVALID_INPUT",
    fields: { [field]: [code] },
  });
  expect(await getSettings(ctx)).toEqual(before);
});

test("a whole day from midnight to midnight holds 24 hours", async () => {
  const day = { dayStart: "00:00", dayEnd: "00:00", minutesPerDay: 1440 };
  expect(await updateSettings(await asOwner(), { id, ...day })).toMatchObject(day);
});

test("a colour alone is an act of branding, and every member sees it in the list of their workspaces", async () => {
  await updateSettings(await asOwner(), { id, accentColour: " #1D4ED8 " });
  expect((await auditOf(system, id))[0]).toMatchObject({
    action: "branding.updated",
    detail: { before: { accentColour: null }, after: { accentColour: "#1d4ed8" } },
  });
  const { items } = await listMarks(await asUser(system, guest));
  const light = { accent: "#1d4ed8", foreground: "#ffffff" };
  expect(items).toEqual([{ id, tones: { light, dark: expect.anything() }, logo: null }]);
  expect(await listMarks(await asUser(system, await makeAccount(system)))).toEqual({ items: [] });
});

test("a billing profile is patched, its tax id kept without its separators; seats are counted", async () => {
  const ctx = await asOwner();
  expect(await getBilling(ctx)).toMatchObject({ legalName: "", plan: "FREE", seatsUsed: 2, seatsAllowed: null });
  await updateBilling(ctx, { id, country: "vn", taxId: "0101243150-001" });
  await updateBilling(ctx, { id, legalName: "Quán Cà Phê", billingEmail: "bills@example.com" });
  const kept = { country: "VN", taxId: "0101243150001", legalName: "Quán Cà Phê", billingEmail: "bills@example.com" };
  expect(await getBilling(ctx)).toMatchObject(kept);
  await expect(updateBilling(ctx, { id, country: "DE" })).rejects.toMatchObject({
    fields: { taxId: ["TAX_ID_INVALID"] },
  });
  await expect(updateBilling(ctx, { id, country: "XX" })).rejects.toMatchObject({
    fields: { country: ["COUNTRY_INVALID"] },
  });
  expect(await getBilling(ctx)).toMatchObject(kept);
  expect((await auditOf(system, id)).map(({ action }) => action)).toEqual(["billing.updated", "billing.updated"]);
});

test("the posture counts and names who lacks a second factor, guests nobody has seen, and a sole owner", async () => {
  const other = await makeAccount(system);
  await giveTotp(system, owner);
  await system.owner.query(
    `INSERT INTO membership (workspace_id, account_id, id, role, joined_at) VALUES ($1, $2, $3, 'GUEST', $4)`,
    [id, other.id, system.web.random.uuid(), system.clock.now()],
  );
  system.clock.advance({ days: 60, milliseconds: 1 });
  await openSessionFor(system, other, system.web);
  const posture = await getPosture(await asOwner());
  expect(posture).toMatchObject({ members: 3, membersWithMfa: 1, owners: 1, staleGuestCount: 1, oldInvitations: 0 });
  expect(posture.staleGuests.map(({ displayName }) => displayName)).toEqual([guest.displayName]);
  expect(posture.unprotected).toHaveLength(2);
  await system.owner.query("UPDATE membership SET ends_at = $2 WHERE account_id = $1", [other.id, system.clock.now()]);
  expect((await getPosture(await asOwner())).staleGuestCount).toBe(2);
});
