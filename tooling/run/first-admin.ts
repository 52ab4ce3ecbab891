import { join } from "node:path";
import { startProcess } from "./managed-process.ts";

/** The one-time link that makes the first system admin; null when there is an admin already. */
export async function firstAdminLink(adminEnv: Record<string, string>): Promise<string | null> {
  const lines: string[] = [];
  const asked = startProcess({
    name: "first admin",
    args: ["--import", "tsx", join(import.meta.dirname, "first-admin-process.ts")],
    env: adminEnv,
    onLine: (_, line) => lines.push(line),
  });
  const answer = await asked.nextMessage().catch(() => {
    throw new Error(["The link for the first admin could not be made.", ...lines.slice(-5)].join("\n  "));
  });
  await asked.exited;
  return (answer as { link: string | null }).link;
}
