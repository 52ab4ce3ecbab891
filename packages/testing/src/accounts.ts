import { createHasher } from "@pronaflow/auth";
import type { SystemRole } from "@pronaflow/contract";
import { normaliseEmail, skeletonOf } from "@pronaflow/contract";
import type { TestSystem } from "./test-system.ts";

/** The password of every account that a test makes without naming another. */
export const TEST_PASSWORD = "Quiet-Harbour-Lantern-42";

export interface TestAccount {
  id: string;
  email: string;
  username: string;
  displayName: string;
  password: string;
}

interface AccountFacts {
  email?: string;
  username?: string;
  displayName?: string;
  password?: string;
  status?: "PENDING" | "ACTIVE" | "SUSPENDED" | "DELETED";
  systemRole?: SystemRole;
}

let made = 0;
let standardHash: Promise<string> | undefined;
const hasher = createHasher({ concurrency: 1 });

/** Makes an account as registration and verification would leave it. */
export async function makeAccount(system: TestSystem, facts: AccountFacts = {}): Promise<TestAccount> {
  const number = ++made;
  const id = system.web.random.uuid();
  const username = facts.username ?? `person-${number}-${id.slice(-6)}`;
  const email = facts.email ?? `${username}@example.com`;
  const displayName = facts.displayName ?? `Person ${number}`;
  const password = facts.password ?? TEST_PASSWORD;
  const status = facts.status ?? "ACTIVE";
  const hash = await hashOf(password);
  const now = system.clock.now();
  await system.owner.query(
    `INSERT INTO account (id, email, email_normal, username, username_skeleton, display_name, status, system_role,
       password_hash, password_changed_at, email_verified_at, suspended_at, deleted_at, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7::"AccountStatus", $8::"SystemRole", $9, $10, $11, $12, $13, $10, $10)`,
    [
      id,
      email,
      normaliseEmail(email),
      username,
      skeletonOf(username),
      displayName,
      status,
      facts.systemRole ?? "USER",
      hash,
      now,
      status === "PENDING" ? null : now,
      status === "SUSPENDED" ? now : null,
      status === "DELETED" ? now : null,
    ],
  );
  await system.owner.query("INSERT INTO password_history (id, account_id, hash, created_at) VALUES ($1, $2, $3, $4)", [
    system.web.random.uuid(),
    id,
    hash,
    now,
  ]);
  return { id, email, username, displayName, password };
}

/** The standard password is hashed once a process: a hash costs more than the rest of a test. */
function hashOf(password: string): Promise<string> {
  if (password !== TEST_PASSWORD) return hasher.hash(password);
  standardHash ??= hasher.hash(password);
  return standardHash;
}

/** Keeps an address for an account as a change of address does: for 72 hours it is nobody else's. */
export async function keepAddress(system: TestSystem, account: TestAccount, email: string): Promise<void> {
  const [now, bytes] = [system.clock.now(), () => system.web.random.bytes(32)];
  await system.owner.query(
    `INSERT INTO email_change (id, account_id, from_email, from_normal, to_email, to_normal, confirm_hash, undo_hash,
       requested_at, expires_at, confirmed_at, undo_until)
     VALUES ($1, $2, $3, $3, $4, $4, $5, $6, $7, $8, $7, $8)`,
    [
      system.web.random.uuid(),
      account.id,
      email,
      account.email,
      bytes(),
      bytes(),
      now,
      new Date(now.getTime() + 72 * 60 * 60 * 1000),
    ],
  );
}
