import { fail, fieldErrorsOf } from "@pronaflow/contract";
import { ListActivityInput } from "@pronaflow/contract/inputs/account";
import type { Activity, ActivityPage } from "@pronaflow/contract/outputs/account";
import type * as z from "zod";
import type { UserContext } from "../kernel/context.ts";
import { momentCursor, readMomentCursor } from "../kernel/moment-cursor.ts";
import { transact } from "../kernel/transaction.ts";
import { activityActions } from "./activity-actions.ts";

const PAGE = 30;

type Row = {
  id: string;
  at: Date;
  action: Activity["action"];
  outcome: string | null;
  acted_by: Activity["by"];
  detail: string | null;
  ip: string | null;
  browser: string | null;
  os: string | null;
};

/**
 * One's own security activity, newest first, by keyset: what one did, what was done to the account, and tries that failed.
 * @throws INVALID_INPUT.
 */
export async function listActivity(ctx: UserContext, given: z.input<typeof ListActivityInput>): Promise<ActivityPage> {
  const parsed = ListActivityInput.safeParse(given);
  if (!parsed.success) return fail("INVALID_INPUT", {}, fieldErrorsOf(parsed.error));
  const { filter = "all", cursor, limit = PAGE } = parsed.data;
  const before = cursor ? readMomentCursor(cursor) : null;
  const hasAttempts = filter === "all" || filter === "sign_ins";
  const rows = await transact(
    ctx.services,
    { accountId: ctx.actor.account.id },
    (tx) => tx.$queryRaw<Row[]>`SELECT id::text AS id, at, action, outcome, acted_by, detail, ip, browser, os
      FROM own_activity(${activityActions(filter)}, ${hasAttempts}, ${before?.at ?? null}::timestamptz,
        ${before?.id ?? null}::uuid, ${limit + 1}::integer)`,
  );
  const items = rows.slice(0, limit).map((row) => toActivity(ctx, row));
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? momentCursor(last) : null };
}

type Origin = { ip?: string | null; browser?: string | null; os?: string | null };

function toActivity(ctx: UserContext, row: Row): Activity {
  const told: Origin = row.detail ? (JSON.parse(row.detail) as Origin) : row;
  const isOther = row.acted_by === "support" || row.acted_by === "system";
  // Where an admin was when they acted is not the owner's to know.
  const { ip = null, browser = null, os = null } = isOther ? {} : told;
  const place = ctx.services.places.lookup(ip);
  return {
    id: row.id,
    at: row.at.toISOString(),
    action: row.action,
    outcome: row.outcome,
    by: row.acted_by,
    browser,
    os,
    ip,
    city: place?.city ?? null,
    country: place?.country ?? null,
  };
}
