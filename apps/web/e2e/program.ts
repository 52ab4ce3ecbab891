import { nextCode } from "@pronaflow/testing/browser";
import { e2eEnv } from "./env.ts";
import type { Person } from "./person.ts";
import { call } from "./person.ts";
import { readMail } from "./read-mail.ts";

export interface Workspace {
  id: string;
  slug: string;
  name: string;
}

/** Someone's own program, which acts for them over the REST API: for what a journey needs and is not about. */
export interface Program {
  create(name: string): Promise<Workspace>;
  invite(workspace: Workspace, email: string, role: string): Promise<void>;
  /** Brings another in, who takes the mailed invitation up by a program of their own; their member id. */
  bringIn(workspace: Workspace, person: Person, role: string): Promise<string>;
  offer(workspace: Workspace, memberId: string): Promise<void>;
  remove(workspace: Workspace): Promise<void>;
  /** Lets only sessions in that are no older than this. */
  limitSessions(workspace: Workspace, minutes: number): Promise<void>;
  /** Asks for a second factor from then on; its owner sets one up for it. */
  requireMfa(workspace: Workspace, from: Date): Promise<void>;
}

/** Starts a program of someone who has no second step. */
export async function programOf(person: Person): Promise<Program> {
  let token = await tokenOf(person);
  let isTwofold = false;
  const invite = async ({ id }: Workspace, email: string, role: string) =>
    void (await call(`/workspaces/${id}/invitations`, { emails: [email], role }, token));
  return {
    invite,
    create: async (name) => (await call("/workspaces", { name }, token)) as Workspace,
    async bringIn(workspace, invited, role) {
      await invite(workspace, invited.email, role);
      const link = await readMail(invited.email, "invitation");
      const secret = link.slice(link.indexOf("=") + 1);
      await call("/invitations/accept", { token: secret }, await tokenOf(invited));
      return await memberIdOf(workspace.id, invited, token);
    },
    offer: async ({ id }, memberId) => void (await call(`/workspaces/${id}/transfer`, { memberId }, token)),
    remove: async ({ id, name }) => void (await call(`/workspaces/${id}`, { confirmName: name }, token, "DELETE")),
    limitSessions: async ({ id }, sessionMaxMinutes) =>
      void (await call(`/workspaces/${id}/policy`, { sessionMaxMinutes }, token, "PATCH")),
    async requireMfa({ id }, from) {
      if (!isTwofold) token = await enrolled(person, token);
      isTwofold = true;
      await call(`/workspaces/${id}/policy`, { mfaRequiredFrom: from.toISOString() }, token, "PATCH");
    },
  };
}

/** Sets an authenticator app up; the session's new token. */
async function enrolled({ password }: Person, token: string): Promise<string> {
  const { secret } = (await call("/auth/mfa/enable", { password }, token)) as { secret: string };
  const code = await nextCode({ secret, lastStep: 0 });
  return ((await call("/auth/mfa/confirm", { code }, token)) as { token: string }).token;
}

async function tokenOf({ email, password }: Person): Promise<string> {
  return ((await call("/auth/login", { identifier: email, password })) as { token: string }).token;
}

async function memberIdOf(workspaceId: string, { email }: Person, token: string): Promise<string> {
  const response = await fetch(`${e2eEnv.webUrl}/api/v1/workspaces/${workspaceId}/members`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { items } = (await response.json()) as { items: { id: string; email: string }[] };
  const found = items.find((member) => member.email === email);
  if (!found) throw new Error(`${email} is no member.`);
  return found.id;
}
