import type { Page } from "@playwright/test";
import { nextCode } from "@pronaflow/testing/browser";
import { expect, test } from "./app-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import type { Person } from "./person.ts";
import { newMember, newPerson, signIn } from "./person.ts";
import { readMail, waitForSubject } from "./read-mail.ts";
import { turnOn } from "./second-step.ts";

/** An owner who is signed in, in a workspace of their own; its path. */
async function ownWorkspace(page: Page): Promise<{ owner: Person; path: string; name: string }> {
  const owner = await newMember("inviter");
  await signIn(page, owner);
  const name = `Quay ${owner.username.slice(-8)}`;
  await page.goto("/workspaces/new");
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("button", { name: "Create workspace" }).click();
  await page.waitForURL("**/w/**");
  return { owner, path: new URL(page.url()).pathname, name };
}

async function invite(page: Page, path: string, text: string, role?: string): Promise<void> {
  await page.goto(`${path}/members/invitations`);
  await page.getByRole("button", { name: "Invite people" }).first().click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByLabel("Email addresses").fill(text);
  if (role) {
    await dialog.getByLabel("Role").click();
    await page.getByRole("option", { name: role, exact: true }).click();
  }
  await dialog.getByRole("button", { name: /^Invite \d/ }).click();
  await expect(dialog.getByRole("button", { name: "Done" })).toBeVisible();
}

async function signOut(page: Page): Promise<void> {
  // A page that is left standing would ask once more, and lead to sign-in in the middle of what follows.
  await page.goto("about:blank");
  await page.context().clearCookies({ name: /session/ });
}

test("two are invited by paste: one registers through the link, one comes back through a second factor", async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  const known = await newMember("known");
  await signIn(page, known);
  const { authenticator } = await turnOn(page, known);
  await signOut(page);
  const fresh = newPerson("fresh");
  const { owner, path, name } = await ownWorkspace(page);
  await invite(page, path, `Known <${known.email}>\n${fresh.email}, nobody@, ${fresh.email}\nno address here`);
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByRole("heading", { name: "2 people invited" })).toBeVisible();
  await expect(dialog.getByText("Not an email address")).toBeVisible();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText("Sent", { exact: true })).toHaveCount(2);
  await expectAccessible(page);

  const other = await browser.newContext();
  const newcomer = await other.newPage();
  await newcomer.goto(await readMail(fresh.email, "invitation"));
  await expect(newcomer.getByRole("heading", { name: `Join ${name}` })).toBeVisible();
  await expectAccessible(newcomer);
  await newcomer.getByRole("button", { name: "Create your account" }).click();
  await expect(newcomer.getByLabel("Email")).toHaveValue(fresh.email);
  await newcomer.getByLabel("Your name").fill("Fresh Person");
  await newcomer.getByLabel("Username").fill(fresh.username);
  await newcomer.getByLabel("Password", { exact: true }).fill(fresh.password);
  await newcomer.getByRole("button", { name: "Create account and join" }).click();
  await newcomer.waitForURL(`**${path}`);
  await waitForSubject(owner.email, /joined/);
  await other.close();

  await page.reload();
  await expect(page.getByRole("listitem").filter({ hasText: fresh.email }).getByText("Accepted")).toBeVisible();
  await signOut(page);
  await page.goto(await readMail(known.email, "invitation"));
  await page.getByRole("link", { name: "I have an account" }).click();
  await page.getByLabel("Email or username").fill(known.email);
  await page.getByLabel("Password", { exact: true }).fill(known.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByLabel("6-digit code").fill(await nextCode(authenticator));
  await page.getByRole("button", { name: "Accept and join" }).click();
  await page.waitForURL(`**${path}`);
});

test("the wrong account is told whom it is for, may ask, and is led to the right one", async ({ page }) => {
  test.setTimeout(120_000);
  const invited = await newMember("right");
  const wrong = await newMember("wrong");
  const { owner, path } = await ownWorkspace(page);
  await invite(page, path, invited.email);
  const link = await readMail(invited.email, "invitation");
  await signOut(page);
  await signIn(page, wrong);
  await page.goto(link);
  await expect(page.getByText(`You are signed in as ${wrong.email}`)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Ask for an invitation of your own" }).click();
  await expect(page.getByText("We mailed the person who invited.")).toBeVisible();
  await waitForSubject(owner.email, /asks for an invitation/);
  await page.getByRole("button", { name: "Switch account" }).click();
  await page.waitForURL("**/sign-in?next=/invitation");
  await page.getByLabel("Email or username").fill(invited.email);
  await page.getByLabel("Password", { exact: true }).fill(invited.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: "Accept and join" }).click();
  await page.waitForURL(`**${path}`);
});

test("a resent invitation kills the old link, a declined or revoked one opens nothing", async ({ page, browser }) => {
  test.setTimeout(120_000);
  const [one, two] = [newPerson("one"), newPerson("two")];
  const { path } = await ownWorkspace(page);
  await invite(page, path, `${one.email} ${two.email}`, "Guest");
  await page.getByRole("alertdialog").getByRole("button", { name: "Done" }).click();
  const old = await readMail(one.email, "invitation");
  await page.getByRole("button", { name: `Resend the invitation of ${one.email}` }).click();
  await expect(page.getByText("Sent again.", { exact: false })).toBeVisible();
  await expect.poll(() => readMail(one.email, "invitation")).not.toBe(old);
  const guest = await (await browser.newContext()).newPage();
  await guest.goto(old);
  await expect(guest.getByRole("heading", { name: "This invitation no longer works" })).toBeVisible();
  await guest.goto("about:blank");
  await guest.goto(await readMail(one.email, "invitation"));
  await guest.getByRole("button", { name: "Decline" }).click();
  await expect(guest.getByRole("heading", { name: "Declined" })).toBeVisible();
  await page.getByRole("button", { name: `Revoke the invitation of ${two.email}` }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: two.email }).getByText("Revoked")).toBeVisible();
  await guest.goto("about:blank");
  await guest.goto(await readMail(two.email, "invitation"));
  await expect(guest.getByRole("heading", { name: "This invitation no longer works" })).toBeVisible();
  await guest.context().close();
});

test("a Member may offer Viewer and Guest, and nothing above", async ({ page }) => {
  const member = await newMember("member");
  const { path } = await ownWorkspace(page);
  await invite(page, path, member.email, "Member");
  await signOut(page);
  await signIn(page, member);
  await page.goto(await readMail(member.email, "invitation"));
  await page.getByRole("button", { name: "Accept and join" }).click();
  await page.waitForURL(`**${path}`);
  await page.goto(`${path}/members/invitations`);
  await page.getByRole("button", { name: "Invite people" }).first().click();
  await page.getByRole("alertdialog").getByLabel("Role").click();
  await expect(page.getByRole("option")).toHaveText(["Viewer", "Guest"]);
});
