import { setTimeout as pause } from "node:timers/promises";
import { fail, isProductError } from "@pronaflow/contract";
import type { Tx } from "@pronaflow/db";
import { classifyFailure } from "@pronaflow/db";
import type { Services } from "./services.ts";

/** What row-level security lets a transaction see: nothing, unless a proven scope says more. */
export interface Wall {
  workspaceId?: string;
  accountId?: string;
  system?: boolean;
}

const ATTEMPTS = 4;

/**
 * Runs `work` in one transaction behind its wall. Serialisation failures and deadlocks repeat the whole of it, three
 * times at most, so `work` may touch the database and nothing else.
 * @throws UNAVAILABLE, TIMEOUT or BUSY where the database cannot answer; LAST_OWNER where a live workspace would be left
 *   without an active Owner, LAST_SUPERADMIN where nobody could name admins any more. Nothing is half done.
 */
export async function transact<T>(services: Services, wall: Wall, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await services.db.transaction(
        async (tx) => {
          // Sent first, so carried out first; nobody waits for its answer to send the next.
          const [, done] = await Promise.all([raiseWall(tx, wall), work(tx)]);
          return done;
        },
        { timeoutMs: services.env.DATABASE_STATEMENT_TIMEOUT_MS * 2 },
      );
    } catch (error) {
      if (isProductError(error)) throw error;
      const { kind } = classifyFailure(error);
      const isRepeatable = kind === "serialization" || kind === "deadlock";
      if (!isRepeatable || attempt === ATTEMPTS) return failForDatabase(error);
      await letOtherGoOn(services, attempt);
    }
  }
}

/** A few milliseconds, more each time: whoever comes back at once takes its first lock again before the other is awake. */
async function letOtherGoOn({ random }: Services, attempt: number): Promise<void> {
  const share = (random.bytes(1)[0] ?? 0) / 255;
  await pause(attempt * (5 + 15 * share));
}

/** Reads outside a transaction, with the same failure codes. */
export async function reading<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    return isProductError(error) ? raise(error) : failForDatabase(error);
  }
}

/** Moves the wall to a workspace that this very transaction is making. */
export async function enterNewWorkspace(tx: Tx, workspaceId: string): Promise<void> {
  await tx.$queryRaw`SELECT set_config('app.workspace_id', ${workspaceId}, true)`;
}

/** Moves the wall to the workspace that a secret in hand belongs to: the secret stands for the scope. */
export async function enterWorkspaceOf(tx: Tx, workspaceId: string): Promise<void> {
  await enterNewWorkspace(tx, workspaceId);
}

async function raiseWall(tx: Tx, wall: Wall): Promise<void> {
  if (!wall.workspaceId && !wall.accountId && !wall.system) return;
  await tx.$queryRaw`SELECT set_config('app.workspace_id', ${wall.workspaceId ?? ""}, true),
    set_config('app.account_id', ${wall.accountId ?? ""}, true),
    set_config('app.system_scope', ${wall.system ? "on" : ""}, true)`;
}

function failForDatabase(error: unknown): never {
  const failure = classifyFailure(error);
  if (failure.kind === "check" && failure.constraint === "workspace_active_owner") return fail("LAST_OWNER");
  if (failure.kind === "check" && failure.constraint === "account_last_superadmin") return fail("LAST_SUPERADMIN");
  switch (failure.kind) {
    case "unavailable":
      return fail("UNAVAILABLE", { retryAfterSeconds: 2 });
    case "timeout":
      return fail("TIMEOUT", { retryAfterSeconds: 2 });
    case "lock_timeout":
    case "serialization":
    case "deadlock":
      return fail("BUSY", { retryAfterSeconds: 1 });
    case "invalid_text":
      return fail("INVALID_INPUT");
    default:
      throw error;
  }
}

function raise(error: unknown): never {
  throw error;
}
