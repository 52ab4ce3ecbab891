import { answersHere } from "@pronaflow/app/passkeys/answers-here.ts";
import { getQueryClient, getTrpc } from "#trpc/server.ts";

/** Whether the reader has a second step to confirm here: an authenticator app, or a passkey that answers on this host. */
export async function hasSecondStep(): Promise<boolean> {
  const [{ mfa, passkeys }, queries] = [getTrpc().auth, getQueryClient()];
  const [{ enabled }, own] = await Promise.all([
    queries.fetchQuery(mfa.status.queryOptions()),
    queries.fetchQuery(passkeys.list.queryOptions()),
  ]);
  return enabled || own.passkeys.some((one) => answersHere(one, own.host));
}
