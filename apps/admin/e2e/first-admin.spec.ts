import { nextCode } from "@pronaflow/testing/browser";
import { expect, test } from "./console-test.ts";
import { e2eEnv } from "./env.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { firstAdmin } from "./first-admin-account.ts";
import { keepAdmin, readAdmin } from "./kept-admin.ts";
import { fillSetup, signInByPassword } from "./set-up-admin.ts";

test.describe.configure({ mode: "serial" });

test("the console shows nothing to someone who is not signed in, and leads back after sign-in", async ({ page }) => {
  await page.goto("/workspaces?filter=deleted");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fworkspaces%3Ffilter%3Ddeleted$/);
  await expect(page.getByRole("heading", { name: "Sign in to the console" })).toBeVisible();
});

test("the setup page without its link says where the link is", async ({ page }) => {
  await page.goto("/setup");
  await expect(page.getByRole("heading", { name: "This page needs its link" })).toBeVisible();
  await expect(page.getByText("pnpm admin:create")).toBeVisible();
});

test("the link makes the first admin, who signs in", async ({ page }) => {
  await page.goto(e2eEnv.firstAdminLink);
  await fillSetup(page, "short");
  await page.getByRole("button", { name: "Create admin" }).click();
  await expect(page.getByText("Choose a password that meets every rule below.")).toBeVisible();

  await fillSetup(page, firstAdmin.password);
  await page.getByRole("button", { name: "Create admin" }).click();
  await expect(page.getByRole("heading", { name: "The console has its first admin" })).toBeVisible();
  expect(page.url()).not.toContain("token");

  await page.getByRole("link", { name: "Sign in" }).click();
  await page.getByLabel("Email or username").fill(firstAdmin.email);
  await page.getByLabel("Password", { exact: true }).fill("not-the-password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("Email, username or password is wrong.")).toBeVisible();

  await page.getByLabel("Password", { exact: true }).fill(firstAdmin.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Set up two-step sign-in" })).toBeVisible();
});

test("before anything else the console has the second step set up, whatever the address", async ({ page }) => {
  await page.goto("/workspaces?filter=deleted");
  await signInByPassword(page);
  await expect(page.getByRole("heading", { name: "Set up two-step sign-in" })).toBeVisible();
  await page.goto("/workspaces?filter=deleted");
  await expect(page).toHaveURL(/\/two-step\?next=%2Fworkspaces%3Ffilter%3Ddeleted$/);
  await expectAccessible(page);

  await page.getByLabel("Your password").fill("not-the-password");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByLabel("Your password")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Your password").fill(firstAdmin.password);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
  await expectAccessible(page);
  const secret = ((await page.locator("code").textContent()) ?? "").replace(/\s/g, "");
  const authenticator = { secret, lastStep: 0 };

  await page.getByLabel("6-digit code").fill("000000");
  await expect(page.getByText(/This code is wrong/)).toBeVisible();
  await expect(page.getByLabel("6-digit code")).toBeFocused();
  await page.getByLabel("6-digit code").fill(await nextCode(authenticator));
  await expect(page.getByRole("heading", { name: "Keep your backup codes" })).toBeVisible();
  await expect(page.getByRole("list", { name: "Backup codes" }).getByRole("listitem")).toHaveCount(10);
  await expectAccessible(page);
  await expect(page.getByRole("button", { name: "Open the console" })).toHaveAttribute("aria-disabled", "true");
  await page.getByLabel("I saved these codes").check();
  await page.getByRole("button", { name: "Open the console" }).click();
  await expect(page).toHaveURL(/\/workspaces\?filter=deleted$/);
  await expect(page.getByRole("heading", { name: "Workspaces", level: 1 })).toBeVisible();
  keepAdmin({ authenticator, cookies: await page.context().cookies() });
});

test("from then on a sign-in takes the app's code too, and a wrong one says how many tries are left", async ({
  page,
}) => {
  const admin = readAdmin();
  await page.goto("/sign-in");
  await signInByPassword(page);
  await expect(page.getByRole("heading", { name: "Confirm that it’s you" })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("6-digit code").fill("000000");
  await expect(page.getByText("4 tries left")).toBeVisible();
  await page.getByLabel("6-digit code").fill(await nextCode(admin.authenticator));
  await expect(page.getByRole("heading", { name: "Workspaces", level: 1 })).toBeVisible();
  keepAdmin({ ...admin, cookies: await page.context().cookies() });
});

test("a used link says that it is used, and how else an admin is made", async ({ page }) => {
  await page.goto(e2eEnv.firstAdminLink);
  await fillSetup(page, firstAdmin.password);
  await page.getByRole("button", { name: "Create admin" }).click();
  await expect(page.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
  await expect(page.getByText("pnpm admin:create")).toBeVisible();
});
