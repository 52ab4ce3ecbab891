import type { Entered } from "@pronaflow/core/identity";
import { signIn } from "@pronaflow/core/identity";

/** Signs in where one factor is enough. Fails where the answer is a challenge: then the test means something else. */
export async function signInFully(...given: Parameters<typeof signIn>): Promise<Entered> {
  const answer = await signIn(...given);
  if ("mfaRequired" in answer) throw new Error("A second factor was asked for.");
  return answer;
}
