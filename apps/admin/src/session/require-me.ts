import type { AdminMe } from "@pronaflow/contract/outputs/identity";
import { redirect } from "next/navigation";
import { getMe } from "./get-me.ts";

/**
 * Which admin is looking at the page; someone who is not signed in is led to sign-in, and who came in by one factor to
 * setting up the second. Both lead back to `path`.
 */
export async function requireMe(path: string): Promise<AdminMe> {
  const me = (await getMe()) ?? redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  if (me.session.assurance < 2) redirect(`/two-step?next=${encodeURIComponent(path)}`);
  return me;
}
