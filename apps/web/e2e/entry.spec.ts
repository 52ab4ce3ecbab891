import type { Page } from "@playwright/test";
import { ageSessions } from "@pronaflow/testing/browser";
import { expect, test } from "./app-test.ts";
import { e2eEnv } from "./env.ts";
import { expectAccessible } from "./expect-accessible.ts";
import type { Person } from "./person.ts";
import { newMember, signIn } from "./person.ts";
import type { Workspace } from "./program.ts";
import { programOf } from "./program.ts";
import { joinAs, ownWorkspace } from "./team.ts";

// Spec WS-12: a workspace lets only sessions in that are young enough.

/** A member of a workspace that lets a sign-in in for an hour; they have another of their own, where that is asked for. */
async function memberOfStrict(hasOther: boolean): Promise<{ member: Person; workspace: Workspace }> {
  const [owner, member] = [await newMember("strict"), await newMember("worker")];
  const program = await programOf(owner);
  const workspace = await program.create(`Vault ${owner.username.slice(-9)}`);
  await program.bringIn(workspace, member, "MEMBER");
  if (hasOther) await (await programOf(member)).create(`Shed ${member.username.slice(-9)}`);
  await program.limitSessions(workspace, 60);
  return { member, workspace };
}

const refusal = (page: Page, { name }: Workspace) =>
  page.getByRole("heading", { name: `${name} asks for a newer sign-in`, level: 1 });

test("a sign-in that is too old for a workspace is told so, is renewed, and goes on where it was", async ({ page }) => {
  const { member, workspace } = await memberOfStrict(true);
  await signIn(page, member);
  await page.goto(`/w/${workspace.slug}/members`);
  await expect(page.getByRole("heading", { name: "Members", level: 1 })).toBeVisible();

  await ageSessions(e2eEnv.databaseUrl, member.email, 61);
  await page.reload();
  await page.waitForURL("**/workspaces/enter?**");
  await expect(refusal(page, workspace)).toBeVisible();
  await expect(page.getByText("Your other workspaces stay open")).toBeVisible();
  for (const width of [360, 1280]) {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await expectAccessible(page);
    }
  }
  await page.getByRole("button", { name: /Switch workspace/ }).click();
  await page.getByRole("option", { name: /^Shed/ }).click();
  await expect(page.getByRole("heading", { name: /^Shed/, level: 1 })).toBeVisible();

  await page.goto(`/w/${workspace.slug}/members`);
  await page.getByRole("main").getByRole("button", { name: "Sign in again" }).click();
  await page.waitForURL("**/sign-in?next=**");
  await page.getByLabel("Email or username").fill(member.email);
  await page.getByLabel("Password", { exact: true }).fill(member.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(`**/w/${workspace.slug}/members`);
  await expect(page.getByRole("heading", { name: "Members", level: 1 })).toBeVisible();
});

test("a tab that stays open is led to the same page by its next call; with no other workspace none is promised", async ({
  page,
}) => {
  const { member, workspace } = await memberOfStrict(false);
  await signIn(page, member);
  await page.goto(`/w/${workspace.slug}`);
  await expect(page.getByRole("heading", { name: workspace.name, level: 1 })).toBeVisible();
  await ageSessions(e2eEnv.databaseUrl, member.email, 61);
  await page.getByRole("link", { name: "Members", exact: true }).first().click();
  await expect(refusal(page, workspace)).toBeVisible();
  await expect(page.getByText("Your other workspaces stay open")).toBeHidden();
  await expectAccessible(page);
  // At sign-in the workspace used last opens: this one, which takes the new session.
  await page.getByRole("main").getByRole("button", { name: "Sign in again" }).click();
  await page.waitForURL("**/sign-in?next=**");
  await page.getByLabel("Email or username").fill(member.email);
  await page.getByLabel("Password", { exact: true }).fill(member.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/Members|Vault/);
});

test("an Owner shortens sessions on the policy page: who signed in before that elsewhere signs in again and goes on", async ({
  page,
  browser,
}) => {
  const { home } = await ownWorkspace(page, "shorter");
  const member = await newMember("earlier");
  const theirs = await joinAs({ page, browser, home }, "Member", member);
  await ageSessions(e2eEnv.databaseUrl, member.email, 61);
  await theirs.goto(`${home}/members`);
  await expect(theirs.getByRole("heading", { name: "Members", level: 1 })).toBeVisible();

  await page.goto(`${home}/settings/security`);
  const most = page.getByRole("combobox", { name: "Sign in again after" });
  await expect(most).toHaveText("No limit of its own");
  await most.click();
  await page.getByRole("option", { name: "1 hour", exact: true }).click();
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("Settings saved")).toBeVisible();
  await page.reload();
  await expect(most).toHaveText("1 hour");

  await theirs.getByRole("link", { name: "Settings", exact: true }).first().click();
  await expect(theirs.getByRole("heading", { name: /asks for a newer sign-in$/, level: 1 })).toBeVisible();
  await theirs.getByRole("main").getByRole("button", { name: "Sign in again" }).click();
  await theirs.waitForURL("**/sign-in?next=**");
  await theirs.getByLabel("Email or username").fill(member.email);
  await theirs.getByLabel("Password", { exact: true }).fill(member.password);
  await theirs.getByRole("button", { name: "Sign in", exact: true }).click();
  await theirs.waitForURL(`**${home}/**`);
  await expect(theirs.getByRole("heading", { name: /Settings|Members/, level: 1 })).toBeVisible();
  await theirs.context().close();
});

test("who may not enter a workspace is not told its name", async ({ page }) => {
  const { workspace } = await memberOfStrict(false);
  await signIn(page, await newMember("passerby"));
  await page.goto(`/workspaces/enter?slug=${workspace.slug}`);
  await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
});
