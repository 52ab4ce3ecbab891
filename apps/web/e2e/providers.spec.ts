import type { Page } from "@playwright/test";
import { nextCode, wrongCode } from "@pronaflow/testing/browser";
import { expect, test } from "./app-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import type { Person } from "./person.ts";
import { newMember, signIn } from "./person.ts";
import type { Provider } from "./provider.ts";
import { allow, openProvider } from "./provider.ts";
import { turnOn } from "./second-step.ts";

let provider: Provider;

test.beforeAll(async () => {
  provider = await openProvider();
});
test.afterAll(() => provider.close());

/** Someone with a second factor whose account is connected to the provider, which knows this browser from then on. */
async function connected(page: Page, prefix: string) {
  const person = await newMember(prefix);
  await signIn(page, person);
  const held = await turnOn(page, person);
  await page.goto("/account/connections");
  await page.getByRole("button", { name: "Connect Example ID" }).click();
  await allow(page, provider.newPerson().sub);
  await expect(page.getByRole("button", { name: "Disconnect Example ID" })).toBeVisible();
  return held;
}

/** Signed out here, one comes again by the provider, which asks nothing any more. */
async function comeByProvider(page: Page): Promise<void> {
  await page.context().clearCookies({ name: /pf_session/ });
  await page.goto("/account/security");
  await page.getByRole("button", { name: "Continue with Example ID" }).click();
}

const isAsked = (page: Page) => expect(page.getByRole("heading", { name: "Confirm that it’s you" })).toBeVisible();

/** Someone with a second factor, signed out, meets the provider for the first time. */
async function meetProvider(page: Page, person: Person): Promise<void> {
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Continue with Example ID" }).click();
  await allow(page, provider.newPerson(person.email).sub);
  await expect(page.getByRole("heading", { name: "You already have an account" })).toBeVisible();
}

test("somebody new signs up by a provider, and comes back by it to where they wanted to go", async ({ page }) => {
  const person = provider.newPerson();
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
  const person = provider.newPerson(member.email);
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

test("a provider is one factor: who has a second gives its code, then a backup code, then trusts the device", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const { authenticator, backupCodes } = await connected(page, "second");
  await comeByProvider(page);
  await isAsked(page);
  await expect(page).toHaveURL(/\/sign-in\/callback\/oidc$/);
  await page.getByLabel("6-digit code").fill(wrongCode(authenticator));
  await expect(page.getByText("4 tries left")).toBeVisible();
  await expect(page.getByLabel("6-digit code")).toBeFocused();
  await page.getByLabel("6-digit code").fill(await nextCode(authenticator));
  await page.waitForURL("**/account/security");

  await comeByProvider(page);
  await page.getByRole("button", { name: "Use a backup code" }).click();
  await page.getByLabel("Trust this device for 30 days").check();
  await page.getByLabel("Backup code").fill(backupCodes[0] ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/account/security");
  await expect(page.getByText("9 of 10 left")).toBeVisible();
  await expect(page.getByText(/Trusted until/)).toBeVisible();

  await comeByProvider(page);
  await page.waitForURL("**/account/security");
});

test("five wrong codes end a sign-in by provider, and the way back leads to its beginning", async ({ page }) => {
  const { authenticator } = await connected(page, "wrong");
  await comeByProvider(page);
  for (const left of ["4 tries", "3 tries", "2 tries", "1 try"]) {
    await page.getByLabel("6-digit code").fill(wrongCode(authenticator));
    await expect(page.getByText(`${left} left`)).toBeVisible();
  }
  await page.getByLabel("6-digit code").fill(wrongCode(authenticator));
  await expect(page.getByRole("heading", { name: "This sign-in has ended" })).toBeVisible();
  await page.getByRole("link", { name: "Back to sign-in" }).click();
  await expect(page.getByLabel("Email or username")).toBeVisible();
});

test("an address that has an account is connected by a code of its app, without the password", async ({ page }) => {
  test.setTimeout(120_000);
  const person = await newMember("proof");
  await signIn(page, person);
  const { authenticator } = await turnOn(page, person);
  await meetProvider(page, person);
  await page.getByRole("button", { name: "Use its authenticator app" }).click();
  await page.getByLabel("6-digit code").fill(wrongCode(authenticator));
  await page.getByRole("button", { name: "Connect and sign in" }).click();
  await expect(page.getByText("4 tries left")).toBeVisible();
  await expect(page.getByLabel("6-digit code")).toBeFocused();
  await page.getByLabel("6-digit code").fill(await nextCode(authenticator));
  await page.getByRole("button", { name: "Connect and sign in" }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  await page.goto("/account/connections");
  await expect(page.getByRole("button", { name: "Disconnect Example ID" })).toBeVisible();
});

test("after the password the second step is asked for; a backup code is proof enough by itself", async ({ page }) => {
  test.setTimeout(120_000);
  const person = await newMember("either");
  await signIn(page, person);
  const { authenticator, backupCodes } = await turnOn(page, person);
  await meetProvider(page, person);
  await page.getByRole("button", { name: "Use a backup code" }).click();
  await page.getByLabel("Backup code").fill(backupCodes[0] ?? "");
  await page.getByRole("button", { name: "Connect and sign in" }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  await page.goto("/account/connections");
  await page.getByRole("button", { name: "Disconnect Example ID" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Disconnect" }).click();
  await expect(page.getByText("Example ID disconnected")).toBeVisible();

  await meetProvider(page, person);
  await page.getByLabel("Password of your account", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Connect and sign in" }).click();
  await isAsked(page);
  await page.getByLabel("6-digit code").fill(await nextCode(authenticator));
  await expect(page).not.toHaveURL(/sign-in/);
});

for (const scheme of ["light", "dark"] as const) {
  test(`each way to prove one’s account to a provider is accessible, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width: 360, height: 800 });
    const person = await newMember("axe-proof");
    await signIn(page, person);
    await turnOn(page, person);
    await meetProvider(page, person);
    await expectAccessible(page);
    for (const way of ["Use its authenticator app", "Use a backup code"]) {
      await page.getByRole("button", { name: way }).click();
      await expectAccessible(page);
    }
  });
}
