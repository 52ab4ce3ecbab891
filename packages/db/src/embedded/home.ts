import { randomBytes } from "node:crypto";
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { ServerAccount } from "./account.ts";
import { canEnter } from "./account.ts";

/** Where one server's files are: `home` holds the `cluster` and the note of who runs it. */
export type Home = { home: string; cluster: string; passwordFile: string };

/**
 * The server's files live in `dataDir`, unless `account` cannot reach it (root's private home): then in
 * `/var/lib/pronaflow/<id>` (or the temp folder where that cannot be written), and `dataDir/location` says which.
 * Deleting `dataDir` therefore always means a new, empty database.
 */
export function placeHome(dataDir: string, account: ServerAccount): Home {
  mkdirSync(dataDir, { recursive: true });
  if (account === null) chmodSync(dataDir, 0o700);
  const passwordFile = path.join(dataDir, "password");
  const home = movedHome(dataDir) ?? (canEnter(account, dataDir) ? dataDir : newHomeElsewhere(dataDir));
  return { home, cluster: path.join(home, "cluster"), passwordFile };
}

/** A folder outside of any clone that every account can enter; made by root only. */
export function sharedHome(): string {
  const lasting = "/var/lib";
  const parent = isWritable(lasting) ? lasting : os.tmpdir();
  const home = path.join(parent, "pronaflow");
  mkdirSync(home, { recursive: true, mode: 0o755 });
  return home;
}

/** The owner's password: made once, readable by the account that runs the product and nobody else. */
export function ownerPassword(passwordFile: string): string {
  if (!existsSync(passwordFile)) writeFileSync(passwordFile, randomBytes(24).toString("base64url"), { mode: 0o600 });
  return readFileSync(passwordFile, "utf8").trim();
}

function movedHome(dataDir: string): string | null {
  const note = path.join(dataDir, "location");
  return existsSync(note) ? readFileSync(note, "utf8").trim() : null;
}

function newHomeElsewhere(dataDir: string): string {
  const home = path.join(sharedHome(), randomBytes(6).toString("hex"));
  mkdirSync(home, { mode: 0o755 });
  writeFileSync(path.join(dataDir, "location"), `${home}\n`);
  return home;
}

function isWritable(directory: string): boolean {
  try {
    accessSync(directory, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
