import type { PasswordPolicy } from "@pronaflow/contract";

/** Which rules the password meter shows; the API judges by the same setting. Server components only. */
export function passwordPolicy(): PasswordPolicy {
  return process.env.PASSWORD_POLICY === "length" ? "length" : "classic";
}

/** The public address of the app people use: where a password is reset, and which product this console governs. */
export function appUrl(): string {
  return process.env.APP_URL ?? "http://localhost:3000";
}
