import { createKeyRing, parseSecretKeys } from "@pronaflow/auth";
import { installJobs } from "@pronaflow/core/jobs";
import { migrate } from "@pronaflow/db/migrate";
import { derivedRolePasswords } from "@pronaflow/db/roles";
import { TEST_SECRET_KEY } from "./test-env.ts";

/** Brings the template database to the product's schema, with the roles of the tests' own secret. */
export async function migrateTemplate(ownerUrl: string): Promise<void> {
  const keys = createKeyRing(parseSecretKeys(TEST_SECRET_KEY));
  const passwords = derivedRolePasswords((purpose) => keys.derive(purpose).toString("base64url"));
  await migrate({ ownerUrl, ...passwords });
  await installJobs({ ownerUrl });
}
