import type { Locale } from "@pronaflow/contract";
import { fail } from "@pronaflow/contract";
import type { Logo } from "@pronaflow/contract/outputs/pictures";
import type { WorkspaceBilling, WorkspacePolicy, WorkspaceSettings } from "@pronaflow/contract/outputs/settings";
import type { Tx } from "@pronaflow/db";
import { timeOf } from "./rules.ts";

export interface PolicyRow {
  mfa_required_from: Date | null;
  session_max_minutes: number | null;
  invitation_domains: string[];
}

/** What holds where nothing was ever asked for: no row. */
const NO_POLICY: PolicyRow = { mfa_required_from: null, session_max_minutes: null, invitation_domains: [] };

export function toPolicy(row: PolicyRow = NO_POLICY): WorkspacePolicy {
  return {
    mfaRequiredFrom: row.mfa_required_from?.toISOString() ?? null,
    sessionMaxMinutes: row.session_max_minutes,
    invitationDomains: row.invitation_domains,
  };
}

type SettingsRow = {
  time_zone: string;
  work_days: number[];
  day_starts_minute: number;
  day_ends_minute: number;
  minutes_per_day: number;
  locale: Locale;
  week_start: number;
  accent_colour: string | null;
};

export async function readSettings(tx: Tx, workspaceId: string): Promise<WorkspaceSettings> {
  const [row] = await tx.$queryRaw<SettingsRow[]>`SELECT time_zone, work_days, day_starts_minute, day_ends_minute,
      minutes_per_day, locale, week_start, accent_colour
    FROM workspace_settings WHERE workspace_id = ${workspaceId}::uuid`;
  if (!row) return fail("NOT_FOUND");
  return {
    timeZone: row.time_zone,
    workDays: row.work_days,
    dayStart: timeOf(row.day_starts_minute),
    dayEnd: timeOf(row.day_ends_minute),
    minutesPerDay: row.minutes_per_day,
    locale: row.locale,
    weekStart: row.week_start,
    accentColour: row.accent_colour,
  };
}

/** Seats used are counted, never kept: active members. Without a row nothing was given yet. */
export async function readBilling(tx: Tx, workspaceId: string): Promise<WorkspaceBilling> {
  const [row] = await tx.$queryRaw<WorkspaceBilling[]>`SELECT coalesce(b.billing_email, '') AS "billingEmail",
      coalesce(b.legal_name, '') AS "legalName", coalesce(b.tax_id, '') AS "taxId",
      coalesce(b.address_line1, '') AS "addressLine1", coalesce(b.address_line2, '') AS "addressLine2",
      coalesce(b.city, '') AS city, coalesce(b.region, '') AS region, coalesce(b.postal_code, '') AS "postalCode",
      coalesce(b.country, '') AS country, coalesce(b.plan, 'FREE') AS plan, b.seats_allowed AS "seatsAllowed",
      (SELECT count(*)::integer FROM membership m WHERE m.workspace_id = w.id AND m.state = 'ACTIVE') AS "seatsUsed"
    FROM workspace w LEFT JOIN workspace_billing b ON b.workspace_id = w.id WHERE w.id = ${workspaceId}::uuid`;
  return row ?? fail("NOT_FOUND");
}

export async function readLogoVersion(tx: Tx, workspaceId: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ version: string }[]>`SELECT version FROM workspace_logo
    WHERE workspace_id = ${workspaceId}::uuid`;
  return row?.version ?? null;
}

/** Where a logo is found; its version names it, so that it can be kept for good and not be guessed. */
export function logoAt(workspaceId: string, version: string | null): Logo {
  const address = version && `/api/pictures/workspaces/${workspaceId}/${version}`;
  return { logo: address && `${address}/256`, small: address && `${address}/64` };
}
