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
  const people = [{ account: owner, role: "OWNER" as const }, ...members];
  // One statement: a live workspace without its owner is refused at commit.
  await db.query(
    `WITH made AS (INSERT INTO workspace (id, name, slug, created_by, created_at, updated_at)
        VALUES ($1, $2, $3, $4, $5, $5)),
      addressed AS (INSERT INTO workspace_slug (skeleton, slug, workspace_id, created_at) VALUES ($6, $3, $1, $5)),
      settled AS (INSERT INTO workspace_settings (workspace_id, work_days) VALUES ($1, '{1,2,3,4,5}'))
      INSERT INTO membership (workspace_id, account_id, id, role, joined_at)
        SELECT $1, p.account_id, p.id, p.role::"Role", $5
        FROM unnest($7::uuid[], $8::uuid[], $9::text[]) AS p (account_id, id, role)`,
    [
      ...[id, name, slug, owner.id, now, skeletonOf(slug)],
      people.map(({ account }) => account.id),
      people.map(() => system.web.random.uuid()),
      people.map(({ role }) => role),
    ],
  );
  return { id, slug, name };
}
