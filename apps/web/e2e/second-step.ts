import type { Page } from "@playwright/test";
import type { Authenticator } from "@pronaflow/testing/browser";
import { nextCode } from "@pronaflow/testing/browser";
import { expect } from "./app-test.ts";
import type { Person } from "./person.ts";

/** Turns two-step sign-in on through the page; what its owner keeps of it. */
export async function turnOn(
  page: Page,
  person: Person,
): Promise<{ authenticator: Authenticator; backupCodes: string[] }> {
  await page.goto("/account/security");
  await page.getByRole("button", { name: "Turn on" }).first().click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByLabel("Your password").fill(person.password);
  await dialog.getByRole("button", { name: "Continue" }).click();
  await expect(dialog.getByRole("img", { name: /QR code/ })).toBeVisible();
  const secret = ((await dialog.locator("code").textContent()) ?? "").replace(/\s/g, "");
  const authenticator = { secret, lastStep: 0 };
  await dialog.getByLabel("6-digit code").fill(await nextCode(authenticator));
  const codes = dialog.getByRole("list", { name: "Backup codes" }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  const backupCodes = await codes.allTextContents();
  await dialog.getByLabel("I saved these codes").check();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText("On since", { exact: false })).toBeVisible();
  return { authenticator, backupCodes };
}

/** Signs out in this browser, which keeps what it knows of the device, and gives the password again. */
export async function givePassword(page: Page, person: Person): Promise<void> {
  await page.context().clearCookies({ name: /session/ });
  await page.goto("/sign-in");
  await page.getByLabel("Email or username").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
}
