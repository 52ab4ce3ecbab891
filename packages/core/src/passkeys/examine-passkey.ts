import type { PasskeyAssertion } from "@pronaflow/auth";
import { passkeyHandle, readPasskeyChallenge, verifyPasskey } from "@pronaflow/auth";
import type { RequestContext } from "../kernel/context.ts";
import { getPasskey, partyOf } from "./records.ts";

/** A passkey's answer, as far as it can be judged before the transaction. */
export interface ExaminedPasskey {
  challenge: Buffer<ArrayBuffer> | null;
  /** Null where anything was wrong; what, is not said. */
  proven: { passkeyId: string; accountId: string; counter: number; isBackedUp: boolean } | null;
}

/**
 * The slow half of judging a passkey: whose it is, and its signature. An unknown one costs a signature too. `accountId`:
 * who it has to belong to; null where the passkey itself is to say so, by the handle it was filed under.
 */
export async function examinePasskey(
  ctx: RequestContext,
  given: PasskeyAssertion,
  accountId: string | null,
): Promise<ExaminedPasskey> {
  const challenge = readPasskeyChallenge(given.response.clientDataJSON);
  const found = await getPasskey(ctx, Buffer.from(given.id, "base64url"));
  const isTheirs = found !== null && (accountId === null || accountId === found.accountId);
  const publicKey = found && isTheirs && fitsHandle(given, found.accountId, accountId) ? found.publicKey : null;
  if (!challenge) return { challenge, proven: null };
  const proof = await verifyPasskey(partyOf(ctx), given, { challenge, publicKey });
  if (!proof || !found) return { challenge, proven: null };
  return { challenge, proven: { passkeyId: found.id, accountId: found.accountId, ...proof } };
}

// WebAuthn §7.2, step 6: where nobody was named before, the handle has to be there; where it is there, it has to fit.
function fitsHandle({ response }: PasskeyAssertion, owner: string, named: string | null): boolean {
  const { userHandle } = response;
  return userHandle ? userHandle === passkeyHandle(owner) : named !== null;
}
