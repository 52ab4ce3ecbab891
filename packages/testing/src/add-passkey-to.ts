import { addPasskey, beginRegistration } from "@pronaflow/core/passkeys";
import type { TestAccount } from "./accounts.ts";
import { asUser } from "./contexts.ts";
import { SoftwareAuthenticator } from "./software-authenticator.ts";
import type { TestSystem } from "./test-system.ts";

/** A passkey of an account, added as its owner would. */
export interface TestPasskey {
  id: string;
  authenticator: SoftwareAuthenticator;
  /** The session that added it, by its new token. */
  token: string;
}

export async function addPasskeyTo(
  system: TestSystem,
  account: TestAccount,
  authenticator = new SoftwareAuthenticator(),
  services = system.web,
): Promise<TestPasskey> {
  const ctx = await asUser(system, account, services);
  const response = authenticator.create(await beginRegistration(ctx, {}));
  const { passkey, token } = await addPasskey(ctx, { response });
  return { id: passkey.id, authenticator, token };
}
