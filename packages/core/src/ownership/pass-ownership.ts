import type { Tx } from "@pronaflow/db";
import { appendAudit } from "../kernel/audit.ts";
import type { SystemContext } from "../kernel/context.ts";
import type { Mail } from "../kernel/outbox.ts";
import { listOwners } from "../workspaces/list-owners.ts";
import { mailSucceeded } from "./mail-offer.ts";
import type { Candidate, Succession } from "./rules.ts";
import { pickSuccessor } from "./rules.ts";

type Owned = { id: string; name: string; slug: string; deleted_at: Date | null };
type CandidateRow = { account_id: string; role: string; is_heir: boolean };
type Passed = Owned & { how: Succession; successor: string | null };

/**
 * Locks every workspace that an account is a member of, in one order, until the transaction ends. Before the account
 * itself is locked: workspaces come first everywhere.
 */
export async function lockPlaces(tx: Tx, accountId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM workspace WHERE id IN (
      SELECT m.workspace_id FROM membership m WHERE m.account_id = ${accountId}::uuid)
    ORDER BY id FOR UPDATE`;
}

/** Whether the account goes for good, or is away and may come back: then what others own as well stays as it is. */
type Leaving = "GONE" | "AWAY";

/** What became of what an account owned, and who is told. */
export interface Passage {
  mails: Mail[];
  passed: number;
  ownerless: number;
}

/**
 * Sees to it that what an account owns has an Owner who can act once that account cannot (spec WS-7): its heir, else
 * another Owner, else the longest-standing Admin; where there is nobody, the workspace is marked ownerless for system
 * admins. Offers from and to the account are void. Its own memberships stay: the caller takes them, or lets them be. Where
 * it is only away, what another Owner can act for does not pass, and whoever named it their heir is not asked again.
 * Needs `lockPlaces` before. Each workspace has its own audit row; the mails are the caller's to send.
 */
export async function passOwnership(
  tx: Tx,
  ctx: SystemContext,
  account: { id: string; displayName: string },
  { reason, leaving }: { reason: string; leaving: Leaving },
): Promise<Passage> {
  const owned = await tx.$queryRaw<Owned[]>`SELECT w.id::text AS id, w.name, w.slug, w.deleted_at
    FROM membership m JOIN workspace w ON w.id = m.workspace_id
    WHERE m.account_id = ${account.id}::uuid AND m.role = 'OWNER' AND m.state = 'ACTIVE' AND w.purge_started_at IS NULL
      AND (${leaving === "GONE"} OR NOT EXISTS (SELECT FROM membership o JOIN account a ON a.id = o.account_id
        WHERE o.workspace_id = w.id AND o.account_id <> m.account_id AND o.role = 'OWNER' AND o.state = 'ACTIVE'
          AND a.status = 'ACTIVE' AND a.deletion_due_at IS NULL))
    ORDER BY w.id`;
  const passed: Passed[] = [];
  for (const workspace of owned) passed.push(await passOne(tx, ctx, workspace, account.id));
  await cancelOffers(tx, ctx, account.id);
  if (leaving === "GONE") await forgetHeir(tx, account.id);
  const mails: Mail[] = [];
  for (const one of passed) mails.push(...(await tell(tx, ctx, one, { account, reason })));
  const ownerless = passed.filter(({ how }) => how === "NOBODY").length;
  return { mails, passed: passed.length - ownerless, ownerless };
}

async function passOne(tx: Tx, ctx: SystemContext, workspace: Owned, from: string): Promise<Passed> {
  const { how, accountId } = pickSuccessor(await listCandidates(tx, workspace.id, from));
  if (how === "HEIR" || how === "ADMIN") {
    await tx.$executeRaw`UPDATE membership SET role = 'OWNER', ends_at = NULL
      WHERE workspace_id = ${workspace.id}::uuid AND account_id = ${accountId}::uuid`;
  }
  if (how === "NOBODY") {
    await tx.$executeRaw`UPDATE workspace SET ownerless_at = ${ctx.services.clock.now()}
      WHERE id = ${workspace.id}::uuid AND ownerless_at IS NULL`;
  }
  return { ...workspace, how, successor: accountId };
}

async function listCandidates(tx: Tx, workspaceId: string, from: string): Promise<Candidate[]> {
  const rows = await tx.$queryRaw<CandidateRow[]>`SELECT m.account_id::text AS account_id, m.role::text AS role,
      coalesce(m.account_id = f.heir_account_id, false) AS is_heir
    FROM membership m JOIN account a ON a.id = m.account_id
      JOIN membership f ON f.workspace_id = m.workspace_id AND f.account_id = ${from}::uuid
    WHERE m.workspace_id = ${workspaceId}::uuid AND m.account_id <> ${from}::uuid AND m.state = 'ACTIVE'
      AND a.status = 'ACTIVE' AND (a.deletion_due_at IS NULL OR m.role = 'OWNER')
      AND (m.role IN ('OWNER', 'ADMIN') OR m.account_id = f.heir_account_id)
    ORDER BY a.deletion_due_at IS NOT NULL, m.joined_at, m.account_id`;
  return rows.map(({ account_id: accountId, role, is_heir: isHeir }) => ({ accountId, role, isHeir }));
}

async function cancelOffers(tx: Tx, ctx: SystemContext, accountId: string): Promise<void> {
  await tx.$executeRaw`UPDATE ownership_transfer SET state = 'CANCELLED', decided_at = ${ctx.services.clock.now()}
    WHERE state = 'PENDING' AND (from_account_id = ${accountId}::uuid OR to_account_id = ${accountId}::uuid)`;
}

async function forgetHeir(tx: Tx, accountId: string): Promise<void> {
  await tx.$executeRaw`UPDATE membership SET heir_account_id = NULL WHERE heir_account_id = ${accountId}::uuid
    AND workspace_id IN (SELECT workspace_id FROM membership WHERE account_id = ${accountId}::uuid)`;
}

async function tell(
  tx: Tx,
  ctx: SystemContext,
  { id, name, slug, deleted_at: deletedAt, how, successor }: Passed,
  { account, reason }: { account: { id: string; displayName: string }; reason: string },
): Promise<Mail[]> {
  await appendAudit(tx, ctx, {
    action: how === "NOBODY" ? "ownership.lapsed" : "ownership.succeeded",
    workspaceId: id,
    change: { target: id, before: { owner: account.id }, after: { owner: successor, how }, reason },
    isSystem: true,
  });
  if (deletedAt || !successor) return [];
  const owners = (await listOwners(tx, id)).filter((owner) => owner.id !== account.id);
  const to = owners.find((owner) => owner.id === successor)?.displayName ?? "";
  const told = { workspace: { name, slug }, from: account.displayName, to };
  return owners.map((owner) => mailSucceeded(ctx, owner, told));
}
