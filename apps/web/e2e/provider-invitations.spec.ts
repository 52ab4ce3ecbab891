import type { Page } from "@playwright/test";
import { expect, test } from "./app-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { newMember } from "./person.ts";
import type { Program, Workspace } from "./program.ts";
import { programOf } from "./program.ts";
import type { Provider } from "./provider.ts";
import { allow, openProvider } from "./provider.ts";
import { readMail } from "./read-mail.ts";

let provider: Provider;
let inviter: Program;
let workspace: Workspace;

test.beforeAll(async () => {
  provider = await openProvider();
  const owner = await newMember("inviter");
  inviter = await programOf(owner);
  workspace = await inviter.create(`Lock ${owner.username.slice(-9)}`);
});
test.afterAll(() => provider.close());

/** Opens the link that was mailed to someone who is not signed in, and leaves for the provider. */
async function leaveInvitation(page: Page, email: string): Promise<void> {
  await inviter.invite(workspace, email, "MEMBER");
  await page.goto(await readMail(email, "invitation"));
  await expect(page.getByRole("heading", { name: `Join ${workspace.name}` })).toBeVisible();
  await page.getByRole("button", { name: "Continue with Example ID" }).click();
}

/** Back from the provider, signed in. */
async function join(page: Page): Promise<void> {
  await page.waitForURL("**/invitation");
  await page.getByRole("button", { name: "Accept and join" }).click();
  await page.waitForURL(`**/w/${workspace.slug}`);
  await expect(page.getByRole("heading", { name: workspace.name, level: 1 })).toBeVisible();
}

test("somebody new comes back from a provider with an account, and accepts their invitation", async ({ page }) => {
  const person = provider.newPerson();
  await leaveInvitation(page, person.email);
  await allow(page, person.sub);
  await join(page);
  await page.goto("/account/connections");
  await expect(page.getByRole("main").getByText(person.email)).toBeVisible();
});

test("somebody known proves their account to the provider, comes back, and accepts", async ({ page }) => {
  const member = await newMember("known");
  await leaveInvitation(page, member.email);
  await allow(page, provider.newPerson(member.email).sub);
  await page.getByLabel("Password of your account", { exact: true }).fill(member.password);
  await page.getByRole("button", { name: "Connect and sign in" }).click();
  await join(page);
});

test("who turns the provider down finds the invitation again by the way back", async ({ page }) => {
  const person = provider.newPerson();
  await leaveInvitation(page, person.email);
  await page.getByRole("button", { name: "Deny" }).click();
  await expect(page.getByRole("heading", { name: "Sign-in was cancelled" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Back to sign-in" }).click();
  await page.waitForURL("**/sign-in?next=%2Finvitation");
  await page.getByRole("button", { name: "Continue with Example ID" }).click();
  await allow(page, person.sub);
  await join(page);
});

test("the provider’s account of another address is told whom the invitation is for", async ({ page }) => {
  const [invited, other] = [provider.newPerson(), provider.newPerson()];
  await leaveInvitation(page, invited.email);
  await allow(page, other.sub);
  await page.waitForURL("**/invitation");
  await expect(page.getByText(`You are signed in as ${other.email}`)).toBeVisible();
});
