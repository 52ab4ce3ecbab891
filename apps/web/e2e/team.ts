import type { Browser, Page } from "@playwright/test";
import { waitUntilInteractive, watchSecrets } from "@pronaflow/testing/browser";
import { e2eEnv } from "./env.ts";
import type { Person } from "./person.ts";
import { newMember, signIn } from "./person.ts";
import { readMail } from "./read-mail.ts";

/** Someone who is signed in and owns a workspace of their own; its path. */
export async function ownWorkspace(page: Page, prefix: string): Promise<{ owner: Person; home: string }> {
  const owner = await newMember(prefix);
  await signIn(page, owner);
  await page.goto("/workspaces/new");
  await page.getByRole("textbox", { name: "Name" }).fill(`Works ${owner.username}`);
  await page.getByRole("button", { name: "Create workspace" }).click();
  await page.waitForURL("**/w/**");
  return { owner, home: new URL(page.url()).pathname };
}

/** Someone who was invited and took it up, in a browser of their own, where they stand in the workspace. */
export async function joinAs(
  { page, browser, home }: { page: Page; browser: Browser; home: string },
  role: "Admin" | "Member" | "Viewer" | "Guest",
  person: Person,
): Promise<Page> {
  await page.goto(`${home}/members`);
  await page.getByRole("button", { name: "Invite people" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByLabel("Email addresses").fill(person.email);
  await dialog.getByLabel("Role").click();
  await page.getByRole("option", { name: role, exact: true }).click();
  await dialog.getByRole("button", { name: /^Invite \d/ }).click();
  await dialog.getByRole("button", { name: "Done" }).click();
  const context = await browser.newContext({ locale: "en-GB" });
  watchSecrets(context, e2eEnv.secretsFile);
  const theirs = await context.newPage();
  waitUntilInteractive(theirs);
  await signIn(theirs, person);
  await theirs.goto(await readMail(person.email, "invitation"));
  await theirs.getByRole("button", { name: "Accept and join" }).click();
  await theirs.waitForURL(`**${home}`);
  return theirs;
}
