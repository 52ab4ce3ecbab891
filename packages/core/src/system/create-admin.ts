import { CreateAdminInput } from "@pronaflow/contract/inputs/system";
import { checkPassword } from "../identity/check-password.ts";
import { hashPassword } from "../identity/hash-password.ts";
import { systemCommand } from "../kernel/command.ts";
import { insertAdmin } from "./insert-admin.ts";

/**
 * Makes a SUPERADMIN, for `pnpm admin:create`: whoever may run it on the server may. Called with `workerContext`.
 * @throws PASSWORD_REFUSED, USERNAME_TAKEN, INVALID_INPUT under `email` where an account has that address.
 */
export const createAdmin = systemCommand({
  action: "system.admin_created",
  permission: "admins.name",
  input: CreateAdminInput,
  async prepare({ ctx, input }) {
    await checkPassword(ctx.services, { ...input, field: "password" });
    return await hashPassword(ctx.services, input.password);
  },
  async run({ tx, ctx, input, prepared: hash }) {
    // Made from the command line, under no one's name: the new admin did not make itself.
    const { by: _, ...change } = await insertAdmin(tx, ctx, input, hash);
    const { email, username } = input;
    return { output: { id: change.target, email, username }, change: { ...change, reason: input.reason } };
  },
});
