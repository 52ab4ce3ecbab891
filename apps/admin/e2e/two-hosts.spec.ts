import { addVirtualPasskeys, ageProof, nextCode } from "@pronaflow/testing/browser";
import { expect, test } from "./console-test.ts";
import { e2eEnv } from "./env.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { firstAdmin } from "./first-admin-account.ts";
import { keepAdmin } from "./kept-admin.ts";
import { fillSetup, signInByPassword } from "./set-up-admin.ts";

const hostOf = (address: string) => new URL(address).hostname;

test("a passkey made in one app is told apart in the other, on another host, and is offered there nowhere", async ({
  page,
}) => {
  const keeper = await addVirtualPasskeys(page);
  await page.goto(e2eEnv.firstAdminLink);
  await fillSetup(page, firstAdmin.password);
  await page.getByRole("button", { name: "Create admin" }).click();
  // The form has a link of the same name, which would lead to a sign-in before there is an account.
  await expect(page.getByRole("heading", { name: "The console has its first admin" })).toBeVisible();
  await page.getByRole("link", { name: "Sign in" }).click();
  await signInByPassword(page);
  await page.getByLabel("Your password").fill(firstAdmin.password);
  await page.getByRole("button", { name: "Continue" }).click();
  const secret = ((await page.locator("code").textContent()) ?? "").replace(/\s/g, "");
  const authenticator = { secret, lastStep: 0 };
  await page.getByLabel("6-digit code").fill(await nextCode(authenticator));
  await page.getByLabel("I saved these codes").check();
  await page.getByRole("button", { name: "Open the console" }).click();
  await expect(page.getByRole("heading", { name: "Workspaces", level: 1 })).toBeVisible();
  await page.goto("/security");
  await page.getByRole("button", { name: "Add passkey" }).click();
  await expect(page.getByText("Passkey added")).toBeVisible();
  await expect(page.getByText(/^For .* only$/)).toHaveCount(0);

  // The user app: neither the second step nor a fresh proof can be had by it.
  await page.goto(`${e2eEnv.webUrl}/sign-in?next=/account/security`);
  await signInByPassword(page);
  await expect(page.getByLabel("6-digit code")).toBeFocused();
  await expect(page.getByRole("button", { name: "Continue with a passkey" })).toHaveCount(0);
  await page.getByLabel("6-digit code").fill(await nextCode(authenticator));
  keepAdmin({ authenticator, cookies: [] });
  await expect(page.getByText(`For ${hostOf(e2eEnv.consoleUrl)} only`)).toBeVisible();
  await expectAccessible(page);
  await ageProof(e2eEnv.databaseUrl, firstAdmin.email);
  await page.getByRole("button", { name: "Add passkey" }).last().click();
  const question = page.getByRole("dialog", { name: "Confirm that it’s you" });
  await expect(question.getByRole("button", { name: "Use your authenticator app" })).toBeVisible();
  await expect(question.getByRole("button", { name: "Use your passkey" })).toHaveCount(0);
  await question.getByLabel("Your password").fill(firstAdmin.password);
  await question.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText("Passkey added")).toBeVisible();
  await expect(page.getByText(/^For .* only$/)).toHaveCount(1);
  expect(await keeper.count()).toBe(2);

  await page.goto("/security");
  await expect(page.getByText(`For ${hostOf(e2eEnv.webUrl)} only`)).toBeVisible();
  await expect(page.getByText(/^For .* only$/)).toHaveCount(1);
});
