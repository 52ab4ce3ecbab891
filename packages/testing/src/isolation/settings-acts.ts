import type { Permission } from "@pronaflow/contract";
import type { WorkspaceContext } from "@pronaflow/core/kernel";
import { removeLogo, setLogo, updateBilling, updatePolicy, updateSettings } from "@pronaflow/core/settings";
import { expect } from "vitest";
import type { Model, Space } from "./model.ts";
import { activeOf, HOUR, refusalOf } from "./model.ts";
import type { SpaceStep } from "./space-acts.ts";
import { amend, textOf } from "./space-acts.ts";
import { codeOf, inSpace } from "./world.ts";

const ZONES = ["UTC", "Asia/Ho_Chi_Minh", "Europe/Berlin"];
const COLOUR = "#1d4ed8";
/** One pixel. */
const PICTURE = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

interface Setting {
  permission: Permission;
  call(ctx: WorkspaceContext, id: string): Promise<unknown>;
  change: Partial<Space>;
  told: string;
  /** What it is refused with, once one may. */
  refusal?: string | null;
}

const settled =
  (person: number, settingOf: (model: Model, space: Space) => Setting): SpaceStep =>
  async (model, world, space) => {
    const { permission, call, change, told, refusal = null } = settingOf(model, space);
    const code = await codeOf(inSpace(world, space, person).then((ctx) => call(ctx, space.id)));
    expect(code).toBe(refusalOf(space, person, permission) ?? refusal);
    if (!code) amend(space, change, told);
  };

export const setZone = (person: number, which: number): SpaceStep =>
  settled(person, (_model, space) => {
    const timeZone = ZONES[which % ZONES.length] ?? "UTC";
    const told = space.timeZone === timeZone ? "branding.updated" : "settings.updated";
    return {
      permission: "settings.update",
      call: (ctx, id) => updateSettings(ctx, { id, timeZone, accentColour: COLOUR }),
      ...{ change: { timeZone, isColoured: true }, told },
    };
  });

export const bill = (person: number): SpaceStep =>
  settled(person, (_model, space) => {
    const legalName = textOf(space);
    return {
      permission: "billing.manage",
      call: (ctx, id) => updateBilling(ctx, { id, legalName, addressLine1: legalName }),
      ...{ change: { legalName }, told: "billing.updated" },
    };
  });

/** What the plan allows, so many more than are there, or as many as they like: nothing that a member could set. */
export const allowSeats =
  (more: number | null): SpaceStep =>
  async (_model, world, space) => {
    if (space.isPurged) return;
    space.seats = more === null ? null : activeOf(space).length + more;
    await world.system.owner.query(
      `INSERT INTO workspace_billing (workspace_id, seats_allowed, updated_at) VALUES ($1, $2, now())
       ON CONFLICT (workspace_id) DO UPDATE SET seats_allowed = excluded.seats_allowed`,
      [space.id, space.seats],
    );
  };

const policy = (
  person: number,
  ruleOf: (model: Model, space: Space) => Pick<Setting, "call" | "change" | "refusal">,
): SpaceStep =>
  settled(person, (model, space) => ({
    permission: "ownership.transfer",
    told: "policy.updated",
    ...ruleOf(model, space),
  }));

export const limitDomains = (person: number, which: number): SpaceStep =>
  policy(person, (_model, space) => {
    const own = `${space.word}.example`;
    const domains = [[], [own], [own, "example.com"]][which % 3] ?? [];
    return { call: (ctx, id) => updatePolicy(ctx, { id, invitationDomains: domains }), change: { domains } };
  });

/** From so many hours on, or never; who has no second factor would lock themselves out. */
export const requireMfa = (person: number, hours: number | null): SpaceStep =>
  policy(person, (model) => {
    const mfaFrom = hours === null ? null : model.now + hours * HOUR;
    const mfaRequiredFrom = mfaFrom === null ? null : new Date(mfaFrom).toISOString();
    return {
      call: (ctx, id) => updatePolicy(ctx, { id, mfaRequiredFrom }),
      change: { mfaFrom },
      refusal: mfaFrom === null || model.secured.has(person) ? null : "MFA_REQUIRED",
    };
  });

export const limitSessions = (person: number, sessionMinutes: number | null): SpaceStep =>
  policy(person, () => ({
    call: (ctx, id) => updatePolicy(ctx, { id, sessionMaxMinutes: sessionMinutes }),
    change: { sessionMinutes },
  }));

export const draw =
  (person: number): SpaceStep =>
  async (_model, world, space) => {
    const given = { id: space.id, data: PICTURE, contentType: "image/png" as const };
    let logo: string | null = null;
    const code = await codeOf(
      inSpace(world, space, person).then(async (ctx) => {
        logo = (await setLogo(ctx, given)).logo;
      }),
    );
    expect(code).toBe(refusalOf(space, person, "branding.update"));
    if (!code) amend(space, { logo }, "logo.changed");
  };

export const wipe = (person: number): SpaceStep =>
  settled(person, () => ({
    permission: "branding.update",
    call: (ctx, id) => removeLogo(ctx, { id }),
    ...{ change: { logo: null }, told: "logo.removed" },
  }));
