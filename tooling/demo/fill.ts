import { registerAccount, signIn, updateProfile, verifyEmail } from "@pronaflow/core/identity";
import type { RequestContext, Services, UserContext } from "@pronaflow/core/kernel";
import { proveWorkspaceScope } from "@pronaflow/core/kernel";
import { authenticateRequest } from "@pronaflow/core/sessions";
import { createWorkspace, deleteWorkspace, openWorkspace, updateWorkspace } from "@pronaflow/core/workspaces";
import type pg from "pg";
import type { DemoPerson, DemoWorkspace } from "./people.ts";
import { DEMO_PASSWORD, DEMO_PEOPLE, DEMO_WORKSPACES } from "./people.ts";

/** The time of the demo: set back to when each thing happened, so that its history is spread over two months. */
export interface DemoClock {
  now(): Date;
  setDaysAgo(days: number): void;
}

/** Fills a database by the product's own verbs, as its people would; answers with how much was made. */
export async function fillDemo(
  services: Services,
  owner: pg.Client,
  clock: DemoClock,
): Promise<{ people: number; workspaces: number }> {
  const accountIds = new Map<string, string>();
  for (const person of DEMO_PEOPLE) accountIds.set(person.username, await join(services, owner, clock, person));
  for (const workspace of DEMO_WORKSPACES) await live(services, owner, clock, workspace, accountIds);
  await travel(owner, clock, 0);
  for (const { username } of DEMO_PEOPLE.slice(0, 4)) await enter(services, username, BROWSERS[0]);
  // What was mailed in the past has been read: nobody gets sixty old mails at once.
  await owner.query(
    "UPDATE mail_outbox SET state = 'SENT', sent_at = created_at, payload = NULL WHERE state = 'QUEUED'",
  );
  return { people: DEMO_PEOPLE.length, workspaces: DEMO_WORKSPACES.length };
}

async function join(services: Services, owner: pg.Client, clock: DemoClock, person: DemoPerson): Promise<string> {
  await travel(owner, clock, person.joinedDaysAgo);
  const { username, displayName, locale, timeZone } = person;
  const email = `${username}@example.com`;
  await registerAccount(request(services, { locale }), { email, username, displayName, password: DEMO_PASSWORD });
  await verifyEmail(request(services), { token: await mailedToken(services, owner, email) });
  const ctx = await enter(services, username, BROWSERS[1]);
  await updateProfile(ctx, { locale, timeZone });
  return ctx.actor.account.id;
}

async function live(
  services: Services,
  owner: pg.Client,
  clock: DemoClock,
  plan: DemoWorkspace,
  ids: Map<string, string>,
): Promise<void> {
  await travel(owner, clock, plan.createdDaysAgo);
  const creator = await enter(services, plan.owner, BROWSERS[2]);
  const { id, slug } = await createWorkspace(creator, { name: plan.name, description: plan.description });
  for (const [username, role] of Object.entries(plan.members)) {
    await owner.query(
      `INSERT INTO membership (workspace_id, account_id, id, role, joined_at) VALUES ($1, $2, $3, $4::"Role", $5)`,
      [id, ids.get(username), services.random.uuid(), role, clock.now()],
    );
  }
  const scope = await proveWorkspaceScope(creator, { id });
  await openWorkspace({ ...creator, scope }, { slug });
  if (plan.renamedTo) await updateWorkspace({ ...creator, scope }, { id, name: plan.renamedTo });
  if (plan.deletedDaysAgo === undefined) return;
  await travel(owner, clock, plan.deletedDaysAgo);
  const later = await enter(services, plan.owner, BROWSERS[0]);
  await deleteWorkspace({ ...later, scope: await proveWorkspaceScope(later, { id }) }, { id, confirmName: plan.name });
}

// Its days are not visited in order, and to the limiter an earlier day looks like a storm of calls from the future.
async function travel(owner: pg.Client, clock: DemoClock, daysAgo: number): Promise<void> {
  clock.setDaysAgo(daysAgo);
  await owner.query("DELETE FROM rate_limit");
}

const BROWSERS = [
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.3 Safari/605.1.15",
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36",
  "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0",
] as const;

async function enter(services: Services, username: string, userAgent: string): Promise<UserContext> {
  const guest = request(services, { userAgent });
  const answer = await signIn(guest, { identifier: username, password: DEMO_PASSWORD });
  const token = "token" in answer ? answer.token : "";
  const { actor } = await authenticateRequest(services, { authorization: `Bearer ${token}` });
  if (!actor) throw new Error(`${username} could not sign in.`);
  return { ...guest, actor };
}

function request(services: Services, facts: Partial<RequestContext> = {}): RequestContext {
  const requestId = services.random.uuid();
  return {
    services,
    requestId,
    ip: "203.0.113.20",
    userAgent: null,
    locale: "en",
    deviceToken: null,
    flowToken: null,
    actor: null,
    ...facts,
  };
}

async function mailedToken(services: Services, owner: pg.Client, email: string): Promise<string> {
  const { rows } = await owner.query<{ id: string; payload: string }>(
    "SELECT id, payload FROM mail_outbox WHERE recipient = $1 AND template = 'verify-email' ORDER BY created_at DESC LIMIT 1",
    [email],
  );
  const [mail] = rows;
  if (!mail) throw new Error(`No verification mail for ${email}: the demo's people are here already.`);
  const { link } = JSON.parse(services.keys.open(mail.payload, `mail:${mail.id}`)) as { link: string };
  return link.slice(link.indexOf("#token=") + "#token=".length);
}
