import { fail } from "@pronaflow/contract";
import type { Tx } from "@pronaflow/db";

/**
 * Takes an address for a workspace, or takes back one that was its own before, in one statement that the primary key
 * (the look-alike skeleton) decides.
 * @throws SLUG_TAKEN where it belongs to another workspace, or reads like one that does.
 */
export async function claimSlug(tx: Tx, claim: { slug: string; skeleton: string; workspaceId: string; now: Date }) {
  const claimed = await tx.$executeRaw`INSERT INTO workspace_slug AS s (skeleton, slug, workspace_id, created_at)
    VALUES (${claim.skeleton}, ${claim.slug}, ${claim.workspaceId}::uuid, ${claim.now}::timestamptz)
    ON CONFLICT (skeleton) DO UPDATE SET slug = excluded.slug WHERE s.workspace_id = excluded.workspace_id`;
  if (claimed !== 1) fail("SLUG_TAKEN", {}, { slug: ["INVALID"] });
}
