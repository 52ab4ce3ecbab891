import type { RequestContext, Services, SystemContext, UserContext, WorkspaceContext } from "@pronaflow/core/kernel";
import { proveSystemScope, proveWorkspaceScope } from "@pronaflow/core/kernel";
import { authenticateRequest } from "@pronaflow/core/sessions";
import type { TestAccount } from "./accounts.ts";
import type { TestSystem } from "./test-system.ts";

const CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

/** A request by nobody in particular. */
export function asGuest(services: Services, facts: Partial<RequestContext> = {}): RequestContext {
  return {
    services,
    requestId: services.random.uuid(),
    ip: "203.0.113.7",
    userAgent: CHROME,
    locale: "en",
    deviceToken: null,
    flowToken: null,
    actor: null,
    ...facts,
  };
}

/** A request by an account, with a session of its own made now. */
export async function asUser(system: TestSystem, account: TestAccount, services = system.web): Promise<UserContext> {
  const token = await openSessionFor(system, account, services);
  return await withToken(services, token);
}

/** A request that carries a session's token, read as the product reads it. */
export async function withToken(services: Services, token: string): Promise<UserContext> {
  const { actor } = await authenticateRequest(services, { authorization: `Bearer ${token}` });
  if (!actor) throw new Error("This token is of no live session.");
  return { ...asGuest(services), actor };
}

/** A request by a member inside a workspace. */
export async function inWorkspace(ctx: UserContext, workspaceId: string): Promise<WorkspaceContext> {
  return { ...ctx, scope: await proveWorkspaceScope(ctx, { id: workspaceId }) };
}

/** A request by a system admin in the console. */
export async function inConsole(system: TestSystem, account: TestAccount): Promise<SystemContext & UserContext> {
  const ctx = await asUser(system, account, system.admin);
  return { ...ctx, scope: proveSystemScope(ctx) };
}

/** Makes a session row and answers with its token; in the console it has two factors unless said otherwise. */
export async function openSessionFor(
  system: TestSystem,
  account: TestAccount,
  services: Services,
  assurance: 1 | 2 = services.audience === "admin" ? 2 : 1,
): Promise<string> {
  const { token } = await services.sessions.create(
    {
      insert: async (row) => {
        await system.owner.query(
          `INSERT INTO session (id, token_hash, account_id, audience, assurance, proved_at, created_at, last_seen_at,
             expires_at, absolute_expires_at) VALUES ($1, $2, $3, $4::"Audience", $5, $6, $7, $8, $9, $10)`,
          [
            row.id,
            row.tokenHash,
            row.accountId,
            row.audience.toUpperCase(),
            row.assurance,
            row.provedAt,
            row.createdAt,
            row.lastSeenAt,
            row.expiresAt,
            row.absoluteExpiresAt,
          ],
        );
      },
    },
    { accountId: account.id, assurance, browser: null, os: null, device: null, ip: null, city: null, country: null },
  );
  return token;
}
