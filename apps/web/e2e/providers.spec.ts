import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import type { OidcServer } from "@pronaflow/testing/providers";
import { startOidcServer } from "@pronaflow/testing/providers";
import { expect, test } from "./app-test.ts";
import { e2eEnv } from "./env.ts";
import { newMember, signIn } from "./person.ts";

let server: OidcServer;

test.beforeAll(async () => {
  const redirectUri = `${e2eEnv.webUrl}/sign-in/callback/oidc`;
  server = await startOidcServer({ redirectUri, port: Number(new URL(e2eEnv.issuer).port) });
});
test.afterAll(() => server.close());

function newPerson(email?: string): { sub: string; email: string } {
  const sub = `person-${randomBytes(4).toString("hex")}`;
  const person = { sub, email: email ?? `${sub}@provider.example`, email_verified: true, name: "Linh Tran" };
  server.people.set(sub, person);
  return person;
}

/** On the provider's own page. */
async function allow(page: Page, sub: string): Promise<void> {
  await page.getByLabel("Account").fill(sub);
  await page.getByRole("button", { name: "Allow" }).click();
}

test("somebody new signs up by a provider, and comes back by it to where they wanted to go", async ({ page }) => {
  const person = newPerson();
  await page.goto("/sign-up");
  await page.getByRole("button", { name: "Continue with Example ID" }).click();
  await allow(page, person.sub);
  await expect(page).not.toHaveURL(/sign-in/);
  await page.goto("/account/connections");
  await expect(page.getByRole("main").getByText(person.email)).toBeVisible();
  await expect(page.getByRole("button", { name: "Disconnect Example ID" })).toHaveAttribute("aria-disabled", "true");

  await page.context().clearCookies();
  await page.goto("/account/security");
  await page.getByRole("button", { name: "Continue with Example ID" }).click();
  await allow(page, person.sub);
  await page.waitForURL("**/account/security");
});

test("who turns the provider down, or comes back twice, is told and is not signed in", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Continue with Example ID" }).click();
  await page.getByRole("button", { name: "Deny" }).click();
  await expect(page.getByRole("heading", { name: "Sign-in was cancelled" })).toBeVisible();
  await expect(page).toHaveURL(/\/sign-in\/callback\/oidc$/);
  await page.goto(`/sign-in/callback/oidc?code=stolen&state=${"a".repeat(32)}`);
  await expect(page.getByRole("heading", { name: "This sign-in has ended" })).toBeVisible();
  await expect(page).toHaveURL(/\/sign-in\/callback\/oidc$/);
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("an address that has an account is connected by its password, and disconnected and connected again", async ({
  page,
}) => {
  const member = await newMember("provider");
  const person = newPerson(member.email);
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Continue with Example ID" }).click();
  await allow(page, person.sub);
  await expect(page.getByRole("heading", { name: "You already have an account" })).toBeVisible();
  const password = page.getByLabel("Password of your account", { exact: true });
  await password.fill("Wrong-River-42-Lantern");
  await page.getByRole("button", { name: "Connect and sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: /wrong/ })).toBeVisible();
  await password.fill(member.password);
  await page.getByRole("button", { name: "Connect and sign in" }).click();
  await expect(page).not.toHaveURL(/sign-in/);

  await page.goto("/account/connections");
  await page.getByRole("button", { name: "Disconnect Example ID" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Disconnect" }).click();
  await expect(page.getByText("Example ID disconnected")).toBeVisible();
  // The provider knows the browser still: it sends it back without a word.
  await page.getByRole("button", { name: "Connect Example ID" }).click();
  await page.waitForURL("**/account/connections");
  await expect(page.getByRole("button", { name: "Disconnect Example ID" })).toBeVisible();

  await page.context().clearCookies();
  await signIn(page, member);
});
