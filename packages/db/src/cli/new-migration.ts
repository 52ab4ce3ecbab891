import { newMigration } from "../new-migration.ts";

/** `new-migration <name> [--draft]`: answers with the line to print. `parameters` are the command line's. */
export async function runNewMigration(parameters: string[]): Promise<string> {
  const isDraft = parameters.includes("--draft");
  const name = parameters.find((parameter) => !parameter.startsWith("--"));
  if (name === undefined) return "Name the migration for its change: new-migration add_member_note [--draft]";
  const file = await newMigration(name, { isDraft });
  return file === null ? "The migrations already make what the schema says." : `Read it before you commit it: ${file}`;
}
