import type { SystemRole } from "@pronaflow/contract";
import { fail } from "@pronaflow/contract";
import type { FactorMethod } from "@pronaflow/contract/outputs/identity";
import type { AccountStatus, Tx } from "@pronaflow/db";
import { Prisma } from "@pronaflow/db";
import { listMethods } from "../factors/list-methods.ts";
import type { RequestContext } from "../kernel/context.ts";
import type { AccountRow } from "../sessions/records.ts";
import { liftSuspension } from "./lift-suspension.ts";
import { mayEnter } from "./rules.ts";

type Admitted = {
  email: string;
  username: string;
  display_name: string;
  status: AccountStatus;
  system_role: SystemRole;
  locale: AccountRow["locale"];
  time_zone: string;
  last_workspace_id: string | null;
  deletion_due_at: Date | null;
  created_at: Date;
  last_workspace_slug: string | null;
};

/** An account that may come in, its row locked until the transaction ends. */
export interface Entrant {
  account: AccountRow;
  /** By what it can prove itself a second time in the app that asks; empty where it asks for one factor only. */
  methods: FactorMethod[];
  lastWorkspaceSlug: string | null;
  suspensionEnded: boolean;
}

/** Whose proof was good, and as of which password where it was one. */
export interface Proof {
  accountId: string;
  password?: { changedAt: Date | null };
}

/**
 * Locks the account that was just proven and judges it in the same statement. Where it was proven by its password, one
 * that was changed meanwhile is not let in. Ends a suspension that has run out.
 * @throws INVALID_CREDENTIALS
 */
export async function admitAccount(tx: Tx, ctx: RequestContext, proven: Proof): Promise<Entrant> {
  return await judgeProven(tx, ctx, proven.accountId, await readProven(tx, ctx, proven));
}

/** What `judgeProven` judges: the account's row, locked, and its factors as they are under that lock. */
export interface ProvenAccount {
  row: Admitted | undefined;
  methods: FactorMethod[];
}

/** Locks and reads the account that was just proven, where it may come in. */
export async function readProven(tx: Tx, ctx: RequestContext, proven: Proof): Promise<ProvenAccount> {
  const now = ctx.services.clock.now();
  const unchanged = proven.password
    ? Prisma.sql`a.password_disabled_at IS NULL AND a.password_changed_at IS NOT DISTINCT FROM ${proven.password.changedAt}::timestamptz`
    : Prisma.sql`true`;
  const reading = tx.$queryRaw<Admitted[]>`SELECT a.email, a.username, a.display_name, a.status::text AS status,
      a.system_role::text AS system_role, a.locale, a.time_zone, a.last_workspace_id::text AS last_workspace_id, a.deletion_due_at, a.created_at,
      CASE WHEN a.last_workspace_id IS NOT NULL
        THEN (SELECT s.slug FROM workspace_standing(a.id, a.last_workspace_id, NULL) s
          WHERE s.ends_at IS NULL OR s.ends_at > ${now}::timestamptz) END AS last_workspace_slug
    FROM account a
    WHERE a.id = ${proven.accountId}::uuid AND ${unchanged}
      AND (a.status IN ('PENDING', 'ACTIVE') OR (a.status = 'SUSPENDED' AND a.suspended_until <= ${now}))
      AND (a.deletion_due_at IS NULL OR (${ctx.services.audience === "web"} AND a.deletion_due_at > ${now}))
    FOR UPDATE`;
  // The second is sent with the first and carried out after it: it sees the factors as they are under the lock.
  const [[row], methods] = await Promise.all([reading, listMethods(tx, ctx, proven.accountId)]);
  return { row, methods };
}

/**
 * Judges what `readProven` read. Ends a suspension that has run out.
 * @throws INVALID_CREDENTIALS
 */
export async function judgeProven(
  tx: Tx,
  ctx: RequestContext,
  accountId: string,
  { row, methods }: ProvenAccount,
): Promise<Entrant> {
  if (!row) return fail("INVALID_CREDENTIALS");
  const suspensionEnded = row.status === "SUSPENDED";
  const lifted = suspensionEnded ? await liftSuspension(tx, accountId, ctx.services.clock.now()) : undefined;
  const account = toAccount(accountId, { ...row, status: lifted ?? row.status });
  if (!mayEnter(ctx.services.audience, account)) fail("INVALID_CREDENTIALS");
  return {
    account,
    methods,
    lastWorkspaceSlug: row.last_workspace_slug,
    suspensionEnded,
  };
}

function toAccount(id: string, row: Admitted): AccountRow {
  return {
    id,
    email: row.email,
    username: row.username,
    displayName: row.display_name,
    status: row.status,
    systemRole: row.system_role,
    locale: row.locale,
    timeZone: row.time_zone,
    lastWorkspaceId: row.last_workspace_id,
    deletionDueAt: row.deletion_due_at,
    createdAt: row.created_at,
  };
}
