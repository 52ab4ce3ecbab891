import { authenticatorName, describeDevice } from "@pronaflow/auth";
import type { Rate } from "../kernel/limiter.ts";

/** Passkeys one account may have. */
export const MAX_PASSKEYS = 20;

/** Every open sign-in page asks for a challenge, and again every few minutes: so many by one address. */
export const challengeByAddress = {
  name: "passkey-challenge",
  calls: 1200,
  windowSeconds: 10 * 60,
} as const satisfies Rate;

/** What a new passkey is called where its owner gave no name: after its keeper, or the browser that made it. */
export function nameOfPasskey(aaguid: string, userAgent: string | null): string {
  const { browser, os } = describeDevice(userAgent ?? "");
  // Without its version: a name outlives many of them.
  const maker = browser?.replace(/ [\d.]+$/, "") ?? null;
  const device = maker && os ? `${maker} · ${os}` : (maker ?? os);
  return authenticatorName(aaguid) ?? device ?? "Passkey";
}
