import { execFileSync, spawnSync } from "node:child_process";
import { EmbeddedFailure } from "./failure.ts";

/** The system account the server runs as; null means "the one we are": PostgreSQL refuses to run as root. */
export type ServerAccount = { uid: number; gid: number } | null;

/** As root, the `postgres` account, made when it is missing; otherwise null. */
export function serverAccount(): ServerAccount {
  if (process.getuid?.() !== 0) return null;
  return postgresAccount() ?? createPostgresAccount();
}

/** Whether `account` can enter `directory` (and so reach what is in it). Asked of the kernel, so ACLs count too. */
export function canEnter(account: ServerAccount, directory: string): boolean {
  if (account === null) return true;
  const probe = spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", directory], { ...account, cwd: "/", stdio: "ignore" });
  return probe.status === 0;
}

function postgresAccount(): ServerAccount {
  const uid = spawnSync("id", ["-u", "postgres"], { encoding: "utf8" });
  const gid = spawnSync("id", ["-g", "postgres"], { encoding: "utf8" });
  if (uid.status !== 0 || gid.status !== 0) return null;
  return { uid: Number.parseInt(uid.stdout, 10), gid: Number.parseInt(gid.stdout, 10) };
}

function createPostgresAccount(): ServerAccount {
  try {
    execFileSync("groupadd", ["--force", "--system", "postgres"], { stdio: "pipe" });
    execFileSync("useradd", ["--system", "--no-create-home", "--gid", "postgres", "postgres"], { stdio: "pipe" });
  } catch (error) {
    const why = error instanceof Error ? error.message.trim() : String(error);
    throw new EmbeddedFailure(
      "not_started",
      `PostgreSQL does not run as root and the system account "postgres" could not be made (${why}). ` +
        "Make it by hand, or run as an ordinary user, or set DATABASE_URL.",
    );
  }
  return postgresAccount();
}
