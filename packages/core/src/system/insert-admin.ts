import { fail, normaliseEmail, skeletonOf } from "@pronaflow/contract";
import type { Tx } from "@pronaflow/db";
import { rememberPassword } from "../identity/set-password.ts";
import type { Change } from "../kernel/audit.ts";
import type { RequestContext } from "../kernel/context.ts";

export interface NewAdmin {
  email: string;
  username: string;
  displayName: string;
}

/**
 * Makes an ACTIVE SUPERADMIN; whoever made it vouches for the address.
 * @returns the change for the audit.
 * @throws USERNAME_TAKEN, INVALID_INPUT under `email` where an account has that address.
 */
export async function insertAdmin(tx: Tx, ctx: RequestContext, admin: NewAdmin, hash: string): Promise<Change> {
  const { random, clock } = ctx.services;
  const now = clock.now();
  const id = random.uuid();
  const { email, username, displayName } = admin;
  const inserted = await tx.$executeRaw`INSERT INTO account (id, email, email_normal, username, username_skeleton,
      display_name, status, system_role, password_hash, password_changed_at, email_verified_at, locale, created_at,
      updated_at)
    VALUES (${id}::uuid, ${email}, ${normaliseEmail(email)}, ${username}, ${skeletonOf(username)}, ${displayName},
      'ACTIVE', 'SUPERADMIN', ${hash}, ${now}::timestamptz, ${now}::timestamptz, ${ctx.locale}, ${now}::timestamptz,
      ${now}::timestamptz)
    ON CONFLICT DO NOTHING`;
  if (inserted !== 1) return await failForTaken(tx, admin);
  await rememberPassword(tx, ctx, id, hash);
  return { target: id, by: id, after: { email, username, displayName, systemRole: "SUPERADMIN" } };
}

async function failForTaken(tx: Tx, { email }: NewAdmin): Promise<never> {
  const [namesake] = await tx.$queryRaw<unknown[]>`SELECT 1 FROM account WHERE email_normal = ${normaliseEmail(email)}`;
  return namesake ? fail("INVALID_INPUT", {}, { email: ["INVALID"] }) : fail("USERNAME_TAKEN");
}
