import { skeletonOf } from "@pronaflow/contract";
import type { Tx } from "@pronaflow/db";
import type { Services } from "../kernel/services.ts";

export interface NewWorkspace {
  id: string;
  slug: string;
  name: string;
  description: string;
  ownerId: string;
}

/**
 * Writes the workspace and its address, its Owner and its default settings, inside its own wall. False, with nothing
 * written, where the address is taken: the skeleton's primary key decides between callers.
 */
export async function insertWorkspace(tx: Tx, services: Services, workspace: NewWorkspace): Promise<boolean> {
  const { id, slug, name, description, ownerId } = workspace;
  const now = services.clock.now();
  // One statement: foreign keys are judged at its end, and a taken address leaves no row at all.
  const inserted = await tx.$executeRaw`
    WITH claimed AS (
      INSERT INTO workspace_slug (skeleton, slug, workspace_id, created_at)
      VALUES (${skeletonOf(slug)}, ${slug}, ${id}::uuid, ${now}::timestamptz) ON CONFLICT DO NOTHING RETURNING slug)
    INSERT INTO workspace (id, name, description, slug, created_by, created_at, updated_at)
    SELECT ${id}::uuid, ${name}, ${description}, claimed.slug, ${ownerId}::uuid, ${now}::timestamptz, ${now}::timestamptz
    FROM claimed`;
  if (inserted !== 1) return false;
  await tx.$executeRaw`INSERT INTO membership (workspace_id, account_id, id, role, joined_at)
    VALUES (${id}::uuid, ${ownerId}::uuid, ${services.random.uuid()}::uuid, 'OWNER', ${now}::timestamptz)`;
  await tx.$executeRaw`INSERT INTO workspace_settings (workspace_id, time_zone, locale, work_days)
    SELECT ${id}::uuid, time_zone, locale, '{1,2,3,4,5}'::smallint[] FROM account WHERE id = ${ownerId}::uuid`;
  return true;
}
