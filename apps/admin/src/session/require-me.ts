import type { AdminMe } from "@pronaflow/contract/outputs/identity";
import { redirect } from "next/navigation";
import { getMe } from "./get-me.ts";

/** Which admin is looking at the page; someone who is not signed in is led to sign-in and back to `path`. */
export async function requireMe(path: string): Promise<AdminMe> {
  return (await getMe()) ?? redirect(`/sign-in?next=${encodeURIComponent(path)}`);
}
