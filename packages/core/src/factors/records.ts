import { CipherError } from "@pronaflow/auth";
import type { FactorMethod } from "@pronaflow/contract/outputs/identity";
import type { RequestContext } from "../kernel/context.ts";
import { reading } from "../kernel/transaction.ts";

/** An authenticator app as stored. */
export interface TotpRow {
  /** Sealed: see `openSecret`. */
  secret: string;
  confirmed_at: Date | null;
}

/** The authenticator app of an account, confirmed or not; one round trip. */
export async function readTotp(ctx: RequestContext, accountId: string): Promise<TotpRow | null> {
  const [row] = await reading(() =>
    ctx.services.db.hot<TotpRow>(
      "totp_of_account",
      "SELECT secret, confirmed_at FROM totp_factor WHERE account_id = $1",
      [accountId],
    ),
  );
  return row ?? null;
}

/** The key of an authenticator app; null where no key of the ring opens it any more. */
export function openSecret(ctx: RequestContext, accountId: string, sealed: string): string | null {
  try {
    return ctx.services.keys.open(sealed, contextOf(accountId));
  } catch (error) {
    if (!(error instanceof CipherError)) throw error;
    ctx.services.log.error("an authenticator's key does not open", { accountId, requestId: ctx.requestId });
    return null;
  }
}

/** The key as it is stored: bound to its account, so that one moved to another row opens nothing. */
export function sealSecret(ctx: RequestContext, accountId: string, secret: string): string {
  return ctx.services.keys.seal(secret, contextOf(accountId));
}

/** What a sign-in can be finished with: an app turns the second step on, the others then serve in its place. */
export function methodsOf(held: { hasTotp: boolean; hasPasskey: boolean; hasBackup: boolean }): FactorMethod[] {
  if (!held.hasTotp) return [];
  const methods: FactorMethod[] = ["totp"];
  if (held.hasPasskey) methods.push("passkey");
  if (held.hasBackup) methods.push("backup_code");
  return methods;
}

function contextOf(accountId: string): string {
  return `totp:${accountId}`;
}
