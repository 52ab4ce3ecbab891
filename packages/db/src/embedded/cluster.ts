import { execFile } from "node:child_process";
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import type { ServerAccount } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { EmbeddedFailure } from "./failure.ts";

const run = promisify(execFile);

/**
 * Nothing of the caller's environment reaches the server's programs: PGDATA and locales would change what they do,
 * and a current folder that the account cannot enter makes them fail.
 */
export const QUIET_SURROUNDINGS = {
  cwd: "/",
  // Next's types demand a NODE_ENV of every environment; these programs have no use for one.
  env: { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" } as Partial<NodeJS.ProcessEnv> as NodeJS.ProcessEnv,
};

/** The superuser of an embedded server: it owns the schema and runs the migrations. */
export const EMBEDDED_OWNER = "pronaflow_owner";

/**
 * Makes an empty cluster with initdb if there is none. UTF-8 under PostgreSQL's own C.UTF-8 collation, so that
 * order and case do not depend on the machine's locales. Renamed into place when whole.
 */
export async function ensureCluster(
  cluster: string,
  password: string,
  binaries: Binaries,
  account: ServerAccount,
  isDurable: boolean,
): Promise<void> {
  if (existsSync(path.join(cluster, "PG_VERSION"))) return;
  const fresh = `${cluster}.new`;
  const passwordFile = path.join(path.dirname(cluster), "initdb-password");
  rmSync(fresh, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account !== null) {
    chownSync(fresh, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  const settings = ["--username", EMBEDDED_OWNER, "--pwfile", passwordFile, "--auth", "scram-sha-256"];
  const text = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const sync = isDurable ? [] : ["--no-sync"];
  try {
    await run(binaries.initdb, ["--pgdata", fresh, ...settings, ...text, "--no-instructions", ...sync], {
      ...account,
      ...QUIET_SURROUNDINGS,
    });
    renameSync(fresh, cluster);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw new EmbeddedFailure("not_started", `PostgreSQL could not be set up in ${cluster}: ${reasonOf(error)}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && "stderr" in error && String(error.stderr).trim()) return String(error.stderr).trim();
  return error instanceof Error ? error.message : String(error);
}
