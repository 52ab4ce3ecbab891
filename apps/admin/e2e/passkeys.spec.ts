import { addVirtualPasskeys, ageProof } from "@pronaflow/testing/browser";
import { expect, test } from "./console-test.ts";
import { e2eEnv } from "./env.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { firstAdmin } from "./first-admin-account.ts";

test("an admin adds a passkey, takes the second step by it, signs in by it, proves themselves and removes it", async ({
  page,
}) => {
  const keeper = await addVirtualPasskeys(page);
  await page.goto("/workspaces");
  await page.getByRole("button", { name: /^Account menu/ }).click();
  await page.getByRole("menuitem", { name: "Your security" }).click();
  await expect(page.getByRole("heading", { name: "Your security", level: 1 })).toBeVisible();
  await expect(page.getByText("On since", { exact: false })).toBeVisible();
  await expect(page.getByText(/of 10 left/)).toBeVisible();
  await page.getByRole("button", { name: "Add passkey" }).click();
  await expect(page.getByText("Passkey added")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: /^Rename / }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Console key");
  await page.getByRole("button", { name: "Save name" }).click();
  await expect(page.getByText("Console key")).toBeVisible();

  await keeper.answer(false);
  await page.context().clearCookies({ name: /session/ });
  await page.goto("/security");
  await page.getByLabel("Email or username").fill(firstAdmin.email);
  await page.getByLabel("Password", { exact: true }).fill(firstAdmin.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  const button = page.getByRole("button", { name: "Continue with a passkey" });
  await expect(button).toBeFocused();
  await expectAccessible(page);
  await keeper.answer(true);
  await keeper.recognise(false);
  await button.click();
  await expect(page.getByRole("alert").filter({ hasText: "No passkey was used" })).toBeVisible();
  await keeper.recognise(true);
  await button.click();
  await page.waitForURL("**/security");

  await page.context().clearCookies({ name: /session/ });
  await page.goto("/security");
  // Nobody presses anything: the keeper answers what the field of the address offers.
  await expect(page.getByText("Console key")).toBeVisible();

  await ageProof(e2eEnv.databaseUrl, firstAdmin.email);
  await page.getByRole("button", { name: "Remove Console key" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  const question = page.getByRole("dialog", { name: "Confirm that it’s you" });
  await question.getByRole("button", { name: "Use your passkey" }).click();
  await question.getByRole("button", { name: "Continue with a passkey" }).click();
  await expect(page.getByText("Passkey removed")).toBeVisible();
  await expect(page.getByText("No passkeys yet")).toBeVisible();
});
