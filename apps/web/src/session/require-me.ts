import type { Me } from "@pronaflow/contract/outputs/identity";
import { redirect } from "next/navigation";
import { getMe } from "./get-me.ts";

/** Who is looking at the page; someone who is not signed in is led to sign-in and back to `path`. */
export async function requireMe(path: string): Promise<Me> {
  const me = (await getMe()) ?? redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  // An account on its way out can be kept, and nothing else.
  return me.deletionDueAt ? redirect("/leaving") : me;
}
