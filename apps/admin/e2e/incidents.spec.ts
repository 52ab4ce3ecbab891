import type { Page } from "@playwright/test";
import { waitUntilInteractive } from "@pronaflow/testing/browser";
import { expect, test } from "./console-test.ts";
import { e2eEnv } from "./env.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { mailedLink } from "./mailed-link.ts";
import { newOwner } from "./owner.ts";
import { rob } from "./thief.ts";

const NEW_PASSWORD = "Green-Lighthouse-58-Anchor";

async function signIn(web: Page, email: string, password: string): Promise<void> {
  await web.goto(`${e2eEnv.webUrl}/sign-in`);
  await web.getByLabel("Email or username").fill(email);
  await web.getByLabel("Password", { exact: true }).fill(password);
  await web.getByRole("button", { name: "Sign in" }).click();
}

/** The owner, signed out, opens the mail that told of the new password, and presses the button. */
async function disown(web: Page, email: string): Promise<void> {
  const link = await mailedLink(email, "not-me", /password was changed/);
  await web.goto(link);
  await expect(
    web.getByRole("heading", { name: "This wasn\u2019t you?" }).or(web.getByText("This wasn't you?")),
  ).toBeVisible();
  await expectAccessible(web);
  await web.getByRole("button", { name: "Secure my account" }).click();
  await expect(web.getByText("Your account is secured", { exact: true })).toBeVisible();
  await expect(web.getByText("The authenticator app that was added is gone.")).toBeVisible();
  expect(web.url()).not.toContain("token");
  await expectAccessible(web);
  // The same page with another fragment would not be loaded anew.
  await web.goto("about:blank");
  await web.goto(link);
  await web.getByRole("button", { name: "Secure my account" }).click();
  await expect(web.getByText("This link was already used")).toBeVisible();
}

test("\u201cthis wasn\u2019t me\u201d throws a thief out, undoes what they did, and opens an incident that an admin settles", async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const owner = await newOwner("disown");
  const thief = await rob(owner);
  expect(await thief.isSignedIn()).toBe(true);

  const theirs = await browser.newContext({ locale: "en-GB" });
  const web = await theirs.newPage();
  waitUntilInteractive(web);
  await disown(web, owner.email);
  expect(await thief.isSignedIn()).toBe(false);
  for (const password of [thief.password, owner.password]) {
    await signIn(web, owner.email, password);
    await expect(web.getByText("Email, username or password is wrong.")).toBeVisible();
  }
  await web.goto(await mailedLink(owner.email, "reset-password", /Choose a new password/));
  await web.getByLabel("New password", { exact: true }).fill(NEW_PASSWORD);
  await web.getByRole("button", { name: "Change password" }).click();
  await expect(web.getByText("Password changed", { exact: true })).toBeVisible();
  // Without a code: the thief's authenticator is gone.
  await signIn(web, owner.email, NEW_PASSWORD);
  await expect(web).not.toHaveURL(/sign-in/);
  await theirs.close();

  await page.goto("/incidents");
  await page
    .getByRole("row")
    .filter({ hasText: "Olive Owner" })
    .getByRole("link", { name: /wasn\u2019t them/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: /wasn\u2019t them/, level: 1 })).toBeVisible();
  await expect(page.getByText(owner.email)).toBeVisible();
  const evidence = page.getByRole("main");
  await expect(evidence.getByText("Password changed", { exact: true })).toBeVisible();
  await expect(evidence.getByText("Authenticator app added", { exact: true })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Acknowledge" }).click();
  const acknowledging = page.getByRole("dialog");
  await acknowledging.getByLabel("Reason").fill("no");
  await acknowledging.getByRole("button", { name: "Acknowledge" }).click();
  await expect(acknowledging.getByLabel("Reason")).toHaveAttribute("aria-invalid", "true");
  await acknowledging.getByLabel("Reason").fill("Called the owner, looking at the address");
  await acknowledging.getByRole("button", { name: "Acknowledge" }).click();
  await expect(page.getByText("You are looking into it")).toBeVisible();
  await expect(page.getByRole("main").getByText("Acknowledged", { exact: true }).first()).toBeVisible();

  await page.getByRole("button", { name: "Resolve" }).click();
  const resolving = page.getByRole("dialog");
  await resolving.getByLabel("Reason").fill("The owner is back in with a new password");
  await resolving.getByRole("button", { name: "Resolve" }).click();
  await expect(page.getByText("Incident resolved", { exact: true }).first()).toBeVisible();
  await expect(page.getByText("The owner is back in with a new password")).toBeVisible();
  await expect(page.getByText("Called the owner, looking at the address")).toBeVisible();
  await expect(page.getByRole("button", { name: "Resolve" })).toHaveAttribute("aria-disabled", "true");
});
