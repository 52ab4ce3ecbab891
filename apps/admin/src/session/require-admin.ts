import type { AdminMe } from "@pronaflow/contract/outputs/identity";
import { redirect } from "next/navigation";
import { getMe } from "./get-me.ts";

/** The admin who looks at the page; anyone else is led to sign-in and back to `path`. */
export async function requireAdmin(path: string): Promise<AdminMe> {
  return (await getMe()) ?? redirect(`/sign-in?next=${encodeURIComponent(path)}`);
}
