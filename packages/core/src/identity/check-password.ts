import type { FieldErrorCode } from "@pronaflow/contract";
import { fail, PASSWORD_MAX, unmetPasswordRules } from "@pronaflow/contract";
import type { Services } from "../kernel/services.ts";
import { matchesPassword } from "./hash-password.ts";

export interface PasswordCandidate {
  password: string;
  email: string;
  username: string;
  /** The input field that is to blame. */
  field: "password" | "newPassword";
  /** Hashes of the passwords that may not come back. */
  history?: readonly string[];
}

/**
 * The password policy of spec ID-3: composition or length, context, the offline list, the last five.
 * @throws PASSWORD_REFUSED naming every unmet rule at once, in `meta.rules` and under the field.
 */
export async function checkPassword(services: Services, candidate: PasswordCandidate): Promise<void> {
  const { password, email, username } = candidate;
  const rules: FieldErrorCode[] = unmetPasswordRules(password, {
    policy: services.env.PASSWORD_POLICY,
    email,
    username,
  });
  if (services.blocklist.has(password)) rules.push("PASSWORD_COMMON");
  if (await isReused(services, candidate)) rules.push("PASSWORD_REUSED");
  if (rules.length > 0) fail("PASSWORD_REFUSED", { rules }, { [candidate.field]: rules });
}

async function isReused(services: Services, { password, history = [] }: PasswordCandidate): Promise<boolean> {
  if ([...password.normalize("NFC")].length > PASSWORD_MAX) return false;
  for (const hash of history) {
    if (await matchesPassword(services, hash, password)) return true;
  }
  return false;
}
