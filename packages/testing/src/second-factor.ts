import { newTotpSecret, totpCode } from "@pronaflow/auth";
import { confirmMfa, enableMfa } from "@pronaflow/core/factors";
import type { TestAccount } from "./accounts.ts";
import { asUser } from "./contexts.ts";
import type { TestSystem } from "./test-system.ts";

/** What a person with two-step sign-in holds. */
export interface TestFactor {
  secret: string;
  backupCodes: string[];
  /** The session that set it up: it has two factors. */
  token: string;
  /** What the app shows now. Each time step is accepted once: advance the clock by 30 seconds for another. */
  code(): string;
}

/** Sets an authenticator app up as its owner would; the time steps on, so that the next code is fresh. */
export async function enrol(system: TestSystem, account: TestAccount, services = system.web): Promise<TestFactor> {
  const ctx = await asUser(system, account, services);
  const { secret } = await enableMfa(ctx, { password: account.password });
  const code = () => totpCode(secret, system.clock.now());
  const { backupCodes, token } = await confirmMfa(ctx, { code: code() });
  system.clock.advance({ seconds: 30 });
  return { secret, backupCodes, token, code };
}

/** Puts a confirmed authenticator app beside an account, without backup codes: no hash is spent. */
export async function giveTotp(system: TestSystem, account: TestAccount): Promise<Pick<TestFactor, "secret" | "code">> {
  const secret = newTotpSecret((size) => system.web.random.bytes(size));
  const sealed = system.web.keys.seal(secret, `totp:${account.id}`);
  await system.owner.query(
    "INSERT INTO totp_factor (account_id, secret, created_at, confirmed_at) VALUES ($1, $2, $3, $3)",
    [account.id, sealed, system.clock.now()],
  );
  return { secret, code: () => totpCode(secret, system.clock.now()) };
}
