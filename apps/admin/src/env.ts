import type { PasswordPolicy } from "@pronaflow/contract";

/** Which rules the password meter shows; the API judges by the same setting. Server components only. */
export function passwordPolicy(): PasswordPolicy {
  return process.env.PASSWORD_POLICY === "length" ? "length" : "classic";
}
