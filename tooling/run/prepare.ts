import { ensureGenerated } from "@pronaflow/db/generate";
import { register } from "tsx/esm/api";

/**
 * What a command needs before it imports the product: the database client, which is generated and not committed, and a
 * loader for the mail templates, since plain Node reads no `.tsx`.
 */
export async function prepare(): Promise<void> {
  await ensureGenerated();
  register();
}
