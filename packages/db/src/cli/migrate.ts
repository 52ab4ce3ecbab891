import { migrate } from "../migrate.ts";
import type { RolePasswords } from "../roles.ts";

/** `migrate [--rolled-back <migration>]…`: answers with the line to print. `parameters` are the command line's. */
export async function runMigrate(
  parameters: string[],
  connection: RolePasswords & { ownerUrl: string },
): Promise<string> {
  const rolledBack = parameters.filter((_, index) => parameters[index - 1] === "--rolled-back");
  const { applied } = await migrate({ ...connection, rolledBack });
  return applied.length === 0 ? "The database is up to date." : `Applied ${applied.join(", ")}.`;
}
