import { startTemporary } from "@pronaflow/db/temporary";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrateTemplate } from "./migrate-template.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The owner's connection to the server of this run; each test file clones the template on it. */
    ownerUrl: string;
  }
}

/** Starts one real PostgreSQL for the run and migrates the template that every test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTemporary();
  await migrateTemplate(server.url);
  // A template with a connection cannot be cloned: the servers of the run leave none behind.
  const owner = new pg.Client({ connectionString: server.url.replace(/\/pronaflow$/, "/postgres") });
  await owner.connect();
  await owner.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'pronaflow'");
  await owner.end();
  project.provide("ownerUrl", server.url);
  return () => server.stop();
}
