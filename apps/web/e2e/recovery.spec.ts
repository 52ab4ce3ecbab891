import { expect, test } from "./app-test.ts";
import { call, newMember, signIn } from "./person.ts";
import { waitForSubject } from "./read-mail.ts";
import { givePassword, turnOn } from "./second-step.ts";

test("with the authenticator lost, a backup code lets in, says how few are left, and leads to new ones", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const person = await newMember("recovery");
  await signIn(page, person);
  const { backupCodes } = await turnOn(page, person);
  // Years go by: seven of the ten are used.
  for (const backupCode of backupCodes.slice(0, 7)) {
    const begun = await call("/auth/login", { identifier: person.email, password: person.password });
    const { challengeId } = begun as { challengeId: string };
    await call("/auth/mfa/verify", { challengeId, backupCode });
  }

  await givePassword(page, person);
  await page.getByRole("button", { name: "Use a backup code" }).click();
  await page.getByLabel("Backup code").fill(backupCodes[7] ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText(/2 backup codes are left/)).toBeVisible();
  await page.getByRole("link", { name: "Make new backup codes" }).click();
  await page.waitForURL("**/account/security#two-step");
  // A link does not wait until the page's script has taken over, as `goto` does here.
  await page.goto("/account/security");
  await expect(page.getByText("Few left")).toBeVisible();

  await page.getByRole("button", { name: "Make new codes" }).last().click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("button", { name: "Use a backup code instead" }).click();
  await dialog.getByLabel("Your password").fill(person.password);
  await dialog.getByLabel("Backup code").fill(backupCodes[7] ?? "");
  await dialog.getByRole("button", { name: "Make new codes" }).click();
  await expect(dialog.getByText(/This code is wrong/)).toBeVisible();
  await dialog.getByLabel("Backup code").fill(backupCodes[8] ?? "");
  await dialog.getByRole("button", { name: "Make new codes" }).click();
  const codes = dialog.getByRole("list", { name: "Backup codes" }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  const made = await codes.allTextContents();
  await dialog.getByLabel("I saved these codes").check();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText("10 of 10 left")).toBeVisible();
  await expect(page.getByText("Few left")).toHaveCount(0);

  // The last of the old ones is worth nothing; a new one lets in, and is told to the owner.
  await givePassword(page, person);
  await page.getByRole("button", { name: "Use a backup code" }).click();
  await page.getByLabel("Backup code").fill(backupCodes[9] ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("4 tries left")).toBeVisible();
  await page.getByLabel("Backup code").fill(made[0] ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  await waitForSubject(person.email, /^New backup codes/);
  await waitForSubject(person.email, /^A backup code .* was used$/);
});
