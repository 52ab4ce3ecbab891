import { relyingPartyOf } from "@pronaflow/auth";
import type { Locale } from "@pronaflow/contract";
import type { Tx } from "@pronaflow/db";
import { Prisma } from "@pronaflow/db";
import { hasSecondFactor } from "../factors/has-second-factor.ts";
import { enqueueMails } from "../kernel/outbox.ts";
import { workerContext } from "../kernel/scope.ts";
import type { Services } from "../kernel/services.ts";
import { transact } from "../kernel/transaction.ts";

/** Spec WS-12: once when the date is set, and once more so long before it. */
const SECOND_ROUND_MS = 3 * 24 * 60 * 60 * 1000;
/** Mails of one transaction. */
const CHUNK = 50;

type Due = { mfa_required_from: Date; mfa_reminded_through: string | null; name: string };
type Reader = { id: string; email: string; display_name: string; locale: Locale; time_zone: string };

/**
 * Mails the next members without a second factor that their workspace will ask for one, in the order of their ids; true
 * while more are left. Cut anywhere, the round goes on where it stopped; two workers at once mail nobody twice.
 */
export async function remindMembers(services: Services, workspaceId: string): Promise<boolean> {
  const now = services.clock.now();
  return await transact(services, { system: true }, async (tx) => {
    const due = await lockDue(tx, workspaceId, now);
    if (!due) return false;
    const readers = await listUnprotected(tx, services, workspaceId, due.mfa_reminded_through);
    const ctx = workerContext(services, services.random.uuid());
    await enqueueMails(
      tx,
      ctx,
      readers.map((reader) => ({
        template: "mfa-wanted",
        to: reader.email,
        accountId: reader.id,
        locale: reader.locale,
        props: {
          displayName: reader.display_name,
          timeZone: reader.time_zone,
          workspaceName: due.name,
          from: due.mfa_required_from.toISOString(),
          link: `${services.env.APP_URL}/account/security`,
        },
      })),
    );
    const isWhole = readers.length < CHUNK;
    await tx.$executeRaw`UPDATE workspace_policy
      SET mfa_reminded_at = CASE WHEN ${isWhole} THEN ${now}::timestamptz ELSE mfa_reminded_at END,
        mfa_reminded_through = CASE WHEN ${isWhole} THEN NULL ELSE ${readers.at(-1)?.id ?? null}::uuid END
      WHERE workspace_id = ${workspaceId}::uuid`;
    return !isWhole;
  });
}

/** The workspaces whose members wait for a reminder. */
export async function listRemindable(services: Services): Promise<string[]> {
  const now = services.clock.now();
  return await transact(services, { system: true }, async (tx) => {
    const rows = await tx.$queryRaw<{ id: string }[]>`SELECT p.workspace_id::text AS id
      FROM workspace_policy p JOIN workspace w ON w.id = p.workspace_id
      WHERE w.deleted_at IS NULL AND ${isDue(now)} LIMIT 500`;
    return rows.map(({ id }) => id);
  });
}

/** Not told yet; or three days before the date, told before that. */
function isDue(now: Date): Prisma.Sql {
  const soon = new Date(now.getTime() + SECOND_ROUND_MS);
  return Prisma.sql`p.mfa_required_from IS NOT NULL AND (p.mfa_reminded_at IS NULL
    OR p.mfa_required_from > ${now} AND p.mfa_required_from <= ${soon}
      AND p.mfa_reminded_at < p.mfa_required_from - interval '3 days')`;
}

async function lockDue(tx: Tx, workspaceId: string, now: Date): Promise<Due | undefined> {
  const [due] = await tx.$queryRaw<Due[]>`SELECT p.mfa_required_from, p.mfa_reminded_through::text, w.name
    FROM workspace_policy p JOIN workspace w ON w.id = p.workspace_id
    WHERE p.workspace_id = ${workspaceId}::uuid AND w.deleted_at IS NULL AND ${isDue(now)} FOR UPDATE OF p`;
  return due;
}

async function listUnprotected(
  tx: Tx,
  services: Services,
  workspaceId: string,
  after: string | null,
): Promise<Reader[]> {
  return await tx.$queryRaw<Reader[]>`SELECT a.id::text, a.email, a.display_name, a.locale, a.time_zone
    FROM membership m JOIN account a ON a.id = m.account_id
    WHERE m.workspace_id = ${workspaceId}::uuid AND m.state = 'ACTIVE' AND a.status = 'ACTIVE'
      AND (${after}::uuid IS NULL OR m.account_id > ${after}::uuid)
      AND NOT ${hasSecondFactor(relyingPartyOf(services.env.APP_URL).id, Prisma.sql`a.id`)}
    ORDER BY m.account_id LIMIT ${CHUNK}`;
}
