import { fail, normaliseEmail, skeletonOf } from "@pronaflow/contract";
import type { Tx } from "@pronaflow/db";
import { rememberPassword } from "../identity/set-password.ts";
import { tryInsert } from "../identity/try-insert.ts";
import type { RequestContext } from "../kernel/context.ts";

export interface NewAdmin {
  email: string;
  username: string;
  displayName: string;
  hash: string;
}

/**
 * Writes an ACTIVE SUPERADMIN and remembers the password; answers with the account's id.
 * @throws USERNAME_TAKEN, or INVALID_INPUT under `email` where that address has an account, or is kept for one. Who may ask this runs the
 *   installation, so it may hear it.
 */
export async function insertAdmin(tx: Tx, ctx: RequestContext, admin: NewAdmin): Promise<string> {
  const id = ctx.services.random.uuid();
  const now = ctx.services.clock.now();
  const isInserted = await tryInsert(
    tx,
    () => tx.$executeRaw`INSERT INTO account (id, email, email_normal, username, username_skeleton,
      display_name, status, system_role, password_hash, password_changed_at, email_verified_at, locale, created_at, updated_at)
    VALUES (${id}::uuid, ${admin.email}, ${normaliseEmail(admin.email)}, ${admin.username}, ${skeletonOf(admin.username)},
      ${admin.displayName}, 'ACTIVE', 'SUPERADMIN', ${admin.hash}, ${now}, ${now}, ${ctx.locale}, ${now}, ${now})
    ON CONFLICT DO NOTHING`,
  );
  if (isInserted) {
    await rememberPassword(tx, ctx, id, admin.hash);
    return id;
  }
  const taken = await tx.$queryRaw<unknown[]>`SELECT 1 FROM account
    WHERE username = ${admin.username} OR username_skeleton = ${skeletonOf(admin.username)}`;
  return taken.length > 0 ? fail("USERNAME_TAKEN") : fail("INVALID_INPUT", {}, { email: ["INVALID"] });
}
