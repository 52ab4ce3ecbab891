import type { Role } from "@pronaflow/contract";
import { skeletonOf } from "@pronaflow/contract";
import type { TestAccount } from "./accounts.ts";
import type { TestSystem } from "./test-system.ts";

export interface TestWorkspace {
  id: string;
  slug: string;
  name: string;
}

let made = 0;

/** Makes a live workspace with its owner, its settings and further members by role. */
export async function makeWorkspace(
  system: TestSystem,
  owner: TestAccount,
  members: readonly { account: TestAccount; role: Role }[] = [],
  facts: { name?: string; slug?: string } = {},
): Promise<TestWorkspace> {
  const id = system.web.random.uuid();
  const slug = facts.slug ?? `space-${++made}-${id.slice(-6)}`;
  const name = facts.name ?? `Space ${made}`;
  const now = system.clock.now();
  const { owner: db } = system;
  await db.query(
    `INSERT INTO workspace (id, name, slug, created_by, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $5)`,
    [id, name, slug, owner.id, now],
  );
  await db.query(`INSERT INTO workspace_slug (skeleton, slug, workspace_id, created_at) VALUES ($1, $2, $3, $4)`, [
    skeletonOf(slug),
    slug,
    id,
    now,
  ]);
  await db.query(`INSERT INTO workspace_settings (workspace_id, work_days) VALUES ($1, '{1,2,3,4,5}')`, [id]);
  for (const { account, role } of [{ account: owner, role: "OWNER" as const }, ...members]) {
    await db.query(
      `INSERT INTO membership (workspace_id, account_id, id, role, joined_at) VALUES ($1, $2, $3, $4::"Role", $5)`,
      [id, account.id, system.web.random.uuid(), role, now],
    );
  }
  return { id, slug, name };
}
