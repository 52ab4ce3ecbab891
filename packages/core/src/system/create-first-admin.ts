import { hashToken } from "@pronaflow/auth";
import { fail } from "@pronaflow/contract";
import { CreateFirstAdminInput } from "@pronaflow/contract/inputs/identity";
import { checkPassword } from "../identity/check-password.ts";
import { hashPassword } from "../identity/hash-password.ts";
import { guestCommand } from "../kernel/command.ts";
import type { RequestContext } from "../kernel/context.ts";
import { takeRateByAddress } from "../kernel/limiter.ts";
import { reading } from "../kernel/transaction.ts";
import { insertAdmin } from "./insert-admin.ts";
import { lockFirstAdmin } from "./lock-first-admin.ts";

const RATE = { name: "first-admin", calls: 30, windowSeconds: 60 * 60 };

/**
 * Redeems the link of the first start: makes the first SUPERADMIN, active at once. On the console only, once: twenty
 * at once make one.
 * @throws TOKEN_INVALID for a link that is unknown, used, replaced or run out, and once an admin exists;
 *   PASSWORD_REFUSED, USERNAME_TAKEN, INVALID_INPUT under `email`, RATE_LIMITED, BUSY.
 */
export const createFirstAdmin = guestCommand({
  action: "system.first_admin_created",
  input: CreateFirstAdminInput,
  attempt: "first_admin",
  async prepare({ ctx, input, attempt }) {
    if (ctx.services.audience !== "admin") return fail("NOT_FOUND");
    attempt.identifier = input.email;
    await takeRateByAddress(ctx, RATE);
    await assertRedeemable(ctx, input.token);
    await checkPassword(ctx.services, { ...input, field: "password" });
    return await hashPassword(ctx.services, input.password);
  },
  async run({ tx, ctx, input, prepared: hash, attempt }) {
    const now = ctx.services.clock.now();
    if (await lockFirstAdmin(tx)) return fail("TOKEN_INVALID");
    const consumed = await tx.$executeRaw`UPDATE one_time_token SET used_at = ${now}::timestamptz
      WHERE token_hash = ${hashToken(input.token)} AND purpose = 'FIRST_ADMIN' AND used_at IS NULL
        AND expires_at > ${now}::timestamptz`;
    if (consumed !== 1) return fail("TOKEN_INVALID");
    const change = await insertAdmin(tx, ctx, input, hash);
    attempt.accountId = change.target;
    return { output: { status: "done" as const }, change };
  },
});

// A wrong token costs a look-up and no hash. The transaction decides again, under its lock.
async function assertRedeemable({ services }: RequestContext, token: string): Promise<void> {
  const [found] = await reading(() =>
    services.db.hot(
      "first_admin_redeemable",
      `SELECT 1 FROM one_time_token
       WHERE token_hash = $1 AND purpose = 'FIRST_ADMIN' AND used_at IS NULL AND expires_at > $2`,
      [hashToken(token), services.clock.now()],
    ),
  );
  if (!found) fail("TOKEN_INVALID");
}
