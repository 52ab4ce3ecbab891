import { fail } from "@pronaflow/contract";
import * as z from "zod";
import { lockAccount } from "../identity/records.ts";
import { userCommand } from "../kernel/command.ts";
import { takeRate } from "../kernel/limiter.ts";
import { accountRates } from "./account-rates.ts";
import { EXPORT_PATIENCE_MS } from "./get-export.ts";

/**
 * Asks for everything the product holds of oneself. One is made at a time; asking again while it is gives that one. The
 * archive before it is gone then.
 * @throws STEP_UP_REQUIRED, RATE_LIMITED.
 */
export const requestExport = userCommand({
  action: "export.requested",
  stepUp: true,
  input: z.strictObject({}),
  prepare: ({ ctx }) => takeRate(ctx, accountRates.exportByAccount, ctx.actor.account.id),
  async run({ tx, ctx }) {
    const { random, clock, jobs } = ctx.services;
    const account = (await lockAccount(tx, { id: ctx.actor.account.id })) ?? fail("UNAUTHENTICATED");
    const now = clock.now();
    const since = new Date(now.getTime() - EXPORT_PATIENCE_MS);
    const [waiting] = await tx.$queryRaw<{ id: string }[]>`SELECT id::text AS id FROM data_export
      WHERE account_id = ${account.id}::uuid AND state IN ('QUEUED', 'RUNNING') AND requested_at > ${since}`;
    if (waiting) return { output: { id: waiting.id }, change: null };
    await tx.$executeRaw`DELETE FROM data_export WHERE account_id = ${account.id}::uuid`;
    const id = random.uuid();
    await tx.$executeRaw`INSERT INTO data_export (id, account_id, requested_at)
      VALUES (${id}::uuid, ${account.id}::uuid, ${now})`;
    await jobs.send(tx, "export.make", { exportId: id });
    return { output: { id }, change: { target: account.id, after: { exportId: id } } };
  },
});
