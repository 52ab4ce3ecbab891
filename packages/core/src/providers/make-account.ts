import { newToken } from "@pronaflow/auth";
import { fail, normaliseEmail, skeletonOf } from "@pronaflow/contract";
import type { Tx } from "@pronaflow/db";
import { tryInsert } from "../identity/try-insert.ts";
import { appendAudit } from "../kernel/audit.ts";
import type { RequestContext } from "../kernel/context.ts";
import { addIdentity } from "./add-identity.ts";
import type { Newcomer } from "./rules.ts";
import { usernameStem } from "./rules.ts";

const MOST_TRIES = 5;

/**
 * Makes an account for someone a provider vouches for: without a password, ACTIVE where the provider has proven the
 * address and PENDING where not, under a username of its own making that can be changed. Null where the address, or the
 * identity, has an account by now.
 */
export async function makeAccount(
  tx: Tx,
  ctx: RequestContext,
  provider: string,
  newcomer: Newcomer,
): Promise<{ id: string } | null> {
  const stem = usernameStem(newcomer);
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const ending = newToken((size) => ctx.services.random.bytes(size)).slice(0, 5);
    const username = attempt === 0 && stem !== "person" ? stem : `${stem}-${ending}`;
    const id = await insertAccount(tx, ctx, newcomer, username);
    if (id) {
      if (!(await addIdentity(tx, ctx, { accountId: id, provider, identity: newcomer }))) {
        return fail("BUSY", { retryAfterSeconds: 1 });
      }
      const { email, displayName, isEmailVerified } = newcomer;
      const after = { email, username, displayName, provider, status: isEmailVerified ? "ACTIVE" : "PENDING" };
      const change = { target: id, by: id, after };
      await appendAudit(tx, ctx, { action: "account.registered", workspaceId: null, change, isSystem: false });
      return { id };
    }
    const namesakes = await tx.$queryRaw<unknown[]>`SELECT 1 FROM account
      WHERE email_normal = ${normaliseEmail(newcomer.email)}`;
    if (namesakes.length > 0) return null;
  }
  return fail("BUSY", { retryAfterSeconds: 1 });
}

async function insertAccount(tx: Tx, ctx: RequestContext, newcomer: Newcomer, username: string) {
  const { clock, random } = ctx.services;
  const now = clock.now();
  const id = random.uuid();
  const { email, displayName, isEmailVerified } = newcomer;
  const isInserted = await tryInsert(
    tx,
    () => tx.$executeRaw`INSERT INTO account (id, email, email_normal, username, username_skeleton,
      display_name, status, email_verified_at, locale, created_at, updated_at)
    VALUES (${id}::uuid, ${email}, ${normaliseEmail(email)}, ${username}, ${skeletonOf(username)}, ${displayName},
      ${isEmailVerified ? "ACTIVE" : "PENDING"}::"AccountStatus", ${isEmailVerified ? now : null}::timestamptz,
      ${ctx.locale}, ${now}, ${now})
    ON CONFLICT DO NOTHING`,
  );
  return isInserted ? id : null;
}
