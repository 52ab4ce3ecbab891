import { fail } from "@pronaflow/contract";
import { RevokeDeviceInput } from "@pronaflow/contract/inputs/factors";
import { userCommand } from "../kernel/command.ts";

/**
 * Ends the trust in one of one's own devices: its next sign-in asks for the second step again.
 * @throws NOT_FOUND where it is not trusted, or someone else's: the two look the same.
 */
export const revokeDevice = userCommand({
  action: "device.forgotten",
  input: RevokeDeviceInput,
  async run({ ctx, tx, input }) {
    const ended = await tx.$executeRaw`UPDATE known_device SET trusted_until = NULL
      WHERE id = ${input.deviceId}::uuid AND account_id = ${ctx.actor.account.id}::uuid
        AND trusted_until > ${ctx.services.clock.now()}`;
    if (ended === 0) return fail("NOT_FOUND");
    return { output: { status: "done" as const }, change: { target: input.deviceId } };
  },
});
