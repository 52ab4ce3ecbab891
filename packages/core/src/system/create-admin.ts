import { CreateAdminInput } from "@pronaflow/contract/inputs/identity";
import { lockSuperadmins } from "../admins/lock-superadmins.ts";
import { checkPassword } from "../identity/check-password.ts";
import { hashPassword } from "../identity/hash-password.ts";
import { systemCommand } from "../kernel/command.ts";
import { insertAdmin } from "./insert-admin.ts";

/**
 * Makes a SUPERADMIN from the command line of the installation. The first-admin link is dead from then on.
 * @throws PASSWORD_REFUSED, USERNAME_TAKEN, INVALID_INPUT.
 */
export const createAdmin = systemCommand({
  action: "system.admin_created",
  permission: "admins.name",
  input: CreateAdminInput,
  async prepare({ ctx, input }) {
    const { password, email, username } = input;
    await checkPassword(ctx.services, { password, email, username, field: "password" });
    return { hash: await hashPassword(ctx.services, password) };
  },
  async run({ tx, ctx, input, prepared }) {
    await lockSuperadmins(tx);
    const { email, username, displayName, reason } = input;
    const id = await insertAdmin(tx, ctx, { email, username, displayName, hash: prepared.hash });
    await tx.$executeRaw`DELETE FROM one_time_token WHERE purpose = 'FIRST_ADMIN' AND used_at IS NULL`;
    return {
      output: { id },
      change: { target: id, after: { email, username, displayName, systemRole: "SUPERADMIN" }, reason },
    };
  },
});
