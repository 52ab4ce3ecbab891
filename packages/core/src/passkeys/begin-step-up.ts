import { passkeyRequest } from "@pronaflow/auth";
import type { PasskeyRequest } from "@pronaflow/contract/outputs/passkeys";
import * as z from "zod";
import { userCommand } from "../kernel/command.ts";
import { beginCeremony } from "./begin-ceremony.ts";
import { listKnown, partyOf } from "./records.ts";

/** Begins a step-up by one of one's own passkeys. Nothing changes yet. */
export const beginStepUp = userCommand({
  action: "session.proved",
  input: z.strictObject({}),
  async prepare({ ctx }) {
    return await listKnown(ctx, ctx.actor.account.id);
  },
  async run({ tx, ctx, prepared: allowed }) {
    const challenge = await beginCeremony(tx, ctx, { purpose: "STEP_UP", accountId: ctx.actor.account.id });
    const output: PasskeyRequest = passkeyRequest(partyOf(ctx), { challenge, allowed });
    return { output, change: null };
  },
});
