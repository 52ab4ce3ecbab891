import { fail } from "@pronaflow/contract";
import type { RequestContext, UserContext } from "../kernel/context.ts";
import { requireGrant } from "../kernel/require-permission.ts";
import { reading, transact } from "../kernel/transaction.ts";

/** A picture drawn by us: WebP. */
export interface Picture {
  bytes: Uint8Array<ArrayBuffer>;
}

const LOGO = /^workspaces\/([0-9a-f-]{36})\/([0-9a-f]{32})\/(256|64)$/;
const AVATAR = /^accounts\/([0-9a-f-]{36})\/([0-9a-f]{32})$/;

/**
 * The picture at an address: a logo for the members of its workspace, a person's for whoever is signed in and was told
 * its version.
 * @throws UNAUTHENTICATED, and NOT_FOUND alike for what is not there and what is not theirs.
 */
export async function findPicture(ctx: RequestContext, path: string): Promise<Picture> {
  const actor = ctx.actor ?? fail("UNAUTHENTICATED");
  requireGrant(actor, "account.view");
  const [, workspaceId = "", logoVersion = "", size] = LOGO.exec(path) ?? [];
  if (size) return { bytes: await findLogo({ ...ctx, actor }, workspaceId, logoVersion, size) };
  const [, accountId, version] = AVATAR.exec(path) ?? fail("NOT_FOUND");
  const [row] = await reading(() =>
    ctx.services.db.hot<{ image: Uint8Array<ArrayBuffer> }>(
      "avatar_image",
      "SELECT image FROM account_avatar WHERE account_id = $1 AND version = $2",
      [accountId, version],
    ),
  );
  return { bytes: row?.image ?? fail("NOT_FOUND") };
}

// By membership alone: whom the workspace's policy keeps out still tells it apart in the list of their own.
async function findLogo(
  ctx: UserContext,
  workspaceId: string,
  version: string,
  size: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const { services, actor } = ctx;
  if (actor.grant?.workspaceId && actor.grant.workspaceId !== workspaceId) return fail("NOT_FOUND");
  const sql = `SELECT 1 AS mine FROM own_workspace_marks($1) WHERE id = $2 AND logo_version = $3
    AND (ends_at IS NULL OR ends_at > $4)`;
  const given = [actor.account.id, workspaceId, version, services.clock.now()];
  const [mine] = await reading(() => services.db.hot("logo_of_own_until", sql, given));
  if (!mine) return fail("NOT_FOUND");
  return await transact(services, { workspaceId, accountId: actor.account.id }, async (tx) => {
    const [row] = await tx.$queryRaw<{ image: Uint8Array<ArrayBuffer> }[]>`
      SELECT CASE WHEN ${size} = '64' THEN small ELSE image END AS image FROM workspace_logo
      WHERE workspace_id = ${workspaceId}::uuid AND version = ${version}`;
    return row?.image ?? fail("NOT_FOUND");
  });
}
