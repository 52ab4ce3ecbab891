import { hashToken } from "@pronaflow/auth";
import { fail } from "@pronaflow/contract";
import { CreateFirstAdminInput } from "@pronaflow/contract/inputs/identity";
import { lockSuperadmins } from "../admins/lock-superadmins.ts";
import { checkPassword } from "../identity/check-password.ts";
import { hashPassword } from "../identity/hash-password.ts";
import { guestCommand } from "../kernel/command.ts";
import type { RequestContext } from "../kernel/context.ts";
import { takeRateByAddress } from "../kernel/limiter.ts";
import { reading } from "../kernel/transaction.ts";
import { insertAdmin } from "./insert-admin.ts";

const SETUP_RATE = { name: "first-admin", calls: 30, windowSeconds: 600 };

/**
 * Makes the first SUPERADMIN by the one-time link of the first start. Twenty callers at once make one.
 * @throws TOKEN_INVALID also once there is a SUPERADMIN; PASSWORD_REFUSED, USERNAME_TAKEN, INVALID_INPUT, and NOT_FOUND
 *   outside the console. A refusal leaves the link good.
 */
export const createFirstAdmin = guestCommand({
  action: "system.first_admin_created",
  attempt: "first_admin",
  input: CreateFirstAdminInput,
  async prepare({ ctx, input }) {
    if (ctx.services.audience !== "admin") fail("NOT_FOUND");
    await takeRateByAddress(ctx, SETUP_RATE);
    const tokenHash = hashToken(input.token);
    if (!(await isLive(ctx, tokenHash))) fail("TOKEN_INVALID");
    const { password, email, username } = input;
    await checkPassword(ctx.services, { password, email, username, field: "password" });
    return { tokenHash, hash: await hashPassword(ctx.services, password) };
  },
  async run({ tx, ctx, input, prepared, attempt }) {
    const now = ctx.services.clock.now();
    if ((await lockSuperadmins(tx)).isThereOne) return fail("TOKEN_INVALID");
    const consumed = await tx.$executeRaw`UPDATE one_time_token SET used_at = ${now}
      WHERE token_hash = ${prepared.tokenHash} AND purpose = 'FIRST_ADMIN' AND used_at IS NULL AND expires_at > ${now}`;
    if (consumed !== 1) return fail("TOKEN_INVALID");
    const { email, username, displayName } = input;
    const id = await insertAdmin(tx, ctx, { email, username, displayName, hash: prepared.hash });
    attempt.accountId = id;
    return {
      output: { status: "done" as const },
      change: { target: id, by: id, after: { email, username, displayName, systemRole: "SUPERADMIN" } },
    };
  },
});

async function isLive(ctx: RequestContext, tokenHash: Buffer): Promise<boolean> {
  const rows = await reading(() =>
    ctx.services.db.hot(
      "first_admin_link",
      `SELECT 1 FROM one_time_token WHERE token_hash = $1 AND purpose = 'FIRST_ADMIN' AND used_at IS NULL AND expires_at > $2`,
      [tokenHash, ctx.services.clock.now()],
    ),
  );
  return rows.length > 0;
}
