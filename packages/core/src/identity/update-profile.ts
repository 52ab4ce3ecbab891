import { fail, skeletonOf } from "@pronaflow/contract";
import { UpdateProfileInput } from "@pronaflow/contract/inputs/identity";
import type { Tx } from "@pronaflow/db";
import { classifyFailure } from "@pronaflow/db";
import type { Fields } from "../kernel/audit.ts";
import { userCommand } from "../kernel/command.ts";
import type { AccountRow } from "../sessions/records.ts";
import { lockAccount, toUser } from "./records.ts";

const FIELDS = ["displayName", "username", "locale", "timeZone"] as const;

/**
 * Changes one's own name, username, language or time zone; what is left out stays.
 * @throws USERNAME_TAKEN where another account has it, or one that reads the same.
 */
export const updateProfile = userCommand({
  action: "account.profile_updated",
  input: UpdateProfileInput,
  async run({ tx, ctx, input }) {
    const account = (await lockAccount(tx, { id: ctx.actor.account.id })) ?? fail("UNAUTHENTICATED");
    const changed = FIELDS.filter((field) => input[field] !== undefined && input[field] !== account[field]);
    if (changed.length === 0) return { output: toUser(account), change: null };
    const updated: AccountRow = {
      ...account,
      displayName: input.displayName ?? account.displayName,
      username: input.username ?? account.username,
      locale: input.locale ?? account.locale,
      timeZone: input.timeZone ?? account.timeZone,
    };
    await writeProfile(tx, updated, ctx.services.clock.now());
    return {
      output: toUser(updated),
      change: { target: account.id, before: pick(account, changed), after: pick(updated, changed) },
    };
  },
});

async function writeProfile(tx: Tx, account: AccountRow, now: Date): Promise<void> {
  try {
    await tx.$executeRaw`UPDATE account SET display_name = ${account.displayName}, username = ${account.username},
        username_skeleton = ${skeletonOf(account.username)}, locale = ${account.locale}, time_zone = ${account.timeZone},
        updated_at = ${now}
      WHERE id = ${account.id}::uuid`;
  } catch (error) {
    if (classifyFailure(error).kind === "unique") fail("USERNAME_TAKEN");
    throw error;
  }
}

function pick(account: AccountRow, fields: readonly (typeof FIELDS)[number][]): Fields {
  return Object.fromEntries(fields.map((field) => [field, account[field]]));
}
