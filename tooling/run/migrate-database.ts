import { readEnv } from "@pronaflow/core/env";
import { installJobs } from "@pronaflow/core/jobs";
import { roleUrls } from "@pronaflow/core/kernel";
import { migrate } from "@pronaflow/db/migrate";

/** Brings the database of an owner's environment up to date, the job queue with it; returns the names of the migrations it applied. */
export async function migrateDatabase(ownerEnv: Record<string, string>): Promise<string[]> {
  const env = readEnv(ownerEnv);
  if (!env.DATABASE_URL) throw new Error("DATABASE_URL is not set.");
  const urls = roleUrls(env);
  const { applied } = await migrate({
    ownerUrl: env.DATABASE_URL,
    appPassword: passwordOf(urls.app),
    adminPassword: passwordOf(urls.admin),
  });
  await installJobs({ ownerUrl: env.DATABASE_URL });
  return applied;
}

function passwordOf(url: string): string {
  return decodeURIComponent(new URL(url).password);
}
