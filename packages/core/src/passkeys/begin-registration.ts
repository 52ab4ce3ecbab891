import { passkeyCreation } from "@pronaflow/auth";
import { fail } from "@pronaflow/contract";
import type { PasskeyCreation } from "@pronaflow/contract/outputs/passkeys";
import * as z from "zod";
import { userCommand } from "../kernel/command.ts";
import { beginCeremony } from "./begin-ceremony.ts";
import { countPasskeys, listKnown, partyOf } from "./records.ts";
import { MAX_PASSKEYS } from "./rules.ts";

/**
 * Begins to add a passkey: what the browser is to make, for five minutes. Nothing changes yet.
 * @throws STEP_UP_REQUIRED, PASSKEY_LIMIT_REACHED.
 */
export const beginRegistration = userCommand({
  action: "passkey.added",
  stepUp: true,
  input: z.strictObject({}),
  async prepare({ ctx }) {
    const { id } = ctx.actor.account;
    if ((await countPasskeys(ctx, id)) >= MAX_PASSKEYS) fail("PASSKEY_LIMIT_REACHED", { limit: MAX_PASSKEYS });
    return await listKnown(ctx, id);
  },
  async run({ tx, ctx, prepared: known }) {
    const { id, email, displayName } = ctx.actor.account;
    const challenge = await beginCeremony(tx, ctx, { purpose: "REGISTER", accountId: id });
    const owner = { id, name: email, displayName };
    const output: PasskeyCreation = passkeyCreation(partyOf(ctx), owner, { challenge, known });
    return { output, change: null };
  },
});
