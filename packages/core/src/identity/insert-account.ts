import { normaliseEmail, skeletonOf } from "@pronaflow/contract";
import type { Tx } from "@pronaflow/db";
import type { RequestContext } from "../kernel/context.ts";
import { tryInsert } from "./try-insert.ts";

export interface NewAccount {
  id: string;
  email: string;
  username: string;
  displayName: string;
  hash: string;
  /** Whether something proved the address already: then it is ACTIVE at once. */
  isProven: boolean;
}

/** Writes a new account with its password; false, with nothing written, where its address or username is taken. */
export async function insertAccount(tx: Tx, ctx: RequestContext, given: NewAccount): Promise<boolean> {
  const now = ctx.services.clock.now();
  return await tryInsert(
    tx,
    () => tx.$executeRaw`INSERT INTO account (id, email, email_normal, username, username_skeleton,
      display_name, password_hash, password_changed_at, status, email_verified_at, locale, created_at, updated_at)
    VALUES (${given.id}::uuid, ${given.email}, ${normaliseEmail(given.email)}, ${given.username},
      ${skeletonOf(given.username)}, ${given.displayName}, ${given.hash}, ${now},
      ${given.isProven ? "ACTIVE" : "PENDING"}::"AccountStatus", ${given.isProven ? now : null}::timestamptz,
      ${ctx.locale}, ${now}, ${now})
    ON CONFLICT DO NOTHING`,
  );
}
