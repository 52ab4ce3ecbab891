import type { Browser, Page } from "@playwright/test";
import { waitUntilInteractive, watchSecrets } from "@pronaflow/testing/browser";
import { e2eEnv } from "./env.ts";
import type { Person } from "./person.ts";
import { call, signIn } from "./person.ts";
import { readMail } from "./read-mail.ts";

export type HouseRole = "OWNER" | "ADMIN" | "MEMBER" | "VIEWER" | "GUEST";

/** A workspace made over the REST API, with its Owner's program: for what a journey needs and is not about. */
export interface House {
  id: string;
  name: string;
  path: string;
  token: string;
}

export async function openHouse(owner: Person): Promise<House> {
  const token = await tokenOf(owner);
  const name = `House ${owner.username.slice(-9)}`;
  const { id, slug } = (await call("/workspaces", { name }, token)) as { id: string; slug: string };
  return { id, name, path: `/w/${slug}`, token };
}

/** Invites someone, who accepts by a program of their own. */
export async function moveIn({ id, token }: House, person: Person, role: HouseRole): Promise<void> {
  await call(`/workspaces/${id}/invitations`, { emails: [person.email], role }, token);
  const link = await readMail(person.email, "invitation");
  await call("/invitations/accept", { token: link.slice(link.indexOf("=") + 1) }, await tokenOf(person));
}

/** The Owner's program changes a member, as someone else would while a page stands open. */
export async function changeMember(house: House, person: Person, change: object): Promise<void> {
  await call(`/workspaces/${house.id}/members/${await memberIdOf(house, person)}`, change, house.token, "PATCH");
}

/** Signed in, in a browser of their own. */
export async function visit(browser: Browser, person: Person): Promise<Page> {
  const context = await browser.newContext({ locale: "en-GB", reducedMotion: "reduce" });
  watchSecrets(context, e2eEnv.secretsFile);
  const page = await context.newPage();
  waitUntilInteractive(page);
  await signIn(page, person);
  return page;
}

async function tokenOf({ email, password }: Person): Promise<string> {
  return ((await call("/auth/login", { identifier: email, password })) as { token: string }).token;
}

async function memberIdOf({ id, token }: House, { email }: Person): Promise<string> {
  const response = await fetch(`${e2eEnv.webUrl}/api/v1/workspaces/${id}/members?q=${encodeURIComponent(email)}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { items } = (await response.json()) as { items: { id: string }[] };
  const [member] = items;
  if (!member) throw new Error(`${email} is no member.`);
  return member.id;
}
