import { nextCode, wrongCode } from "@pronaflow/testing/browser";
import { expect, test } from "./app-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { newMember, signIn } from "./person.ts";
import { givePassword, turnOn } from "./second-step.ts";

test("two-step sign-in is turned on, signed in with, trusted and turned off", async ({ page }) => {
  test.setTimeout(180_000);
  const person = await newMember("mfa");
  await signIn(page, person);
  await page.goto("/account/security");
  await expect(page.getByText("Two-step sign-in is off")).toBeVisible();
  const { authenticator, backupCodes } = await turnOn(page, person);

  await givePassword(page, person);
  await expect(page.getByRole("heading", { name: "Confirm that it’s you" })).toBeVisible();
  expect(page.url()).not.toMatch(/challenge|[a-z2-7]{32}/);
  const wrong = wrongCode(authenticator);
  await page.getByLabel("6-digit code").fill(`${wrong.slice(0, 3)} ${wrong.slice(3)}`);
  await expect(page.getByText("4 tries left")).toBeVisible();
  await expect(page.getByLabel("6-digit code")).toBeFocused();
  // A pasted code sends itself, with the space that apps show.
  const code = await nextCode(authenticator);
  await page.getByLabel("6-digit code").fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await expect(page).not.toHaveURL(/sign-in/);

  await givePassword(page, person);
  await page.getByRole("button", { name: "Use a backup code" }).click();
  await page.getByLabel("Trust this device for 30 days").check();
  await page.getByLabel("Backup code").fill((backupCodes[0] ?? "").toUpperCase());
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  await page.goto("/account/security");
  await expect(page.getByText("9 of 10 left")).toBeVisible();
  await expect(page.getByText(/Trusted until/)).toBeVisible();

  await givePassword(page, person);
  await expect(page).not.toHaveURL(/sign-in/);
  await page.goto("/account/security");
  await page.getByRole("button", { name: /^Forget / }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Forget" }).click();
  await expect(page.getByText("No device is trusted")).toBeVisible();

  await page.getByRole("button", { name: "Turn off" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("button", { name: "Use a backup code instead" }).click();
  await dialog.getByLabel("Your password").fill(person.password);
  await dialog.getByLabel("Backup code").fill(backupCodes[0] ?? "");
  await dialog.getByRole("button", { name: "Turn off" }).click();
  await expect(dialog.getByText(/This code is wrong/)).toBeVisible();
  await dialog.getByLabel("Backup code").fill(backupCodes[1] ?? "");
  await dialog.getByRole("button", { name: "Turn off" }).click();
  await expect(page.getByText("Sign-in asks for your password alone.")).toBeVisible();
});

test("five wrong codes end the sign-in, and it starts again from the password", async ({ page }) => {
  const person = await newMember("ended");
  await signIn(page, person);
  const { authenticator } = await turnOn(page, person);
  await givePassword(page, person);
  for (const [nth, left] of ["4 tries", "3 tries", "2 tries", "1 try"].entries()) {
    await page.getByLabel("6-digit code").fill(wrongCode(authenticator, nth));
    await expect(page.getByText(`${left} left`)).toBeVisible();
  }
  await page.getByLabel("6-digit code").fill(wrongCode(authenticator, 4));
  await expect(page.getByRole("heading", { name: "This sign-in has ended" })).toBeVisible();
  await page.getByRole("button", { name: "Start again" }).click();
  await expect(page.getByLabel("Email or username")).toBeFocused();
});

test("two-step sign-in is turned on and signed in with by keyboard alone", async ({ page }) => {
  const person = await newMember("keys");
  await signIn(page, person);
  await page.goto("/account/security");
  await page.getByRole("button", { name: "Turn on" }).first().press("Enter");
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByLabel("Your password")).toBeFocused();
  await page.keyboard.type(person.password);
  await page.keyboard.press("Enter");
  await expect(dialog.getByLabel("6-digit code")).toBeFocused();
  const secret = ((await dialog.locator("code").textContent()) ?? "").replace(/\s/g, "");
  const authenticator = { secret, lastStep: 0 };
  await page.keyboard.type(await nextCode(authenticator));
  await expect(dialog.getByRole("list", { name: "Backup codes" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog.getByRole("alert")).toContainText("Save the codes first");
  await dialog.getByLabel("I saved these codes").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();

  await page.context().clearCookies({ name: /session/ });
  await page.goto("/sign-in");
  await page.keyboard.type(person.email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(person.password);
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("6-digit code")).toBeFocused();
  await page.keyboard.type(await nextCode(authenticator));
  await expect(page).not.toHaveURL(/sign-in/);
});

for (const scheme of ["light", "dark"] as const) {
  test(`each stage of two-step sign-in is accessible, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width: 360, height: 800 });
    const person = await newMember("axe-mfa");
    await signIn(page, person);
    await page.goto("/account/security");
    await page.getByRole("button", { name: "Turn on" }).first().click();
    await expect(page.getByRole("alertdialog")).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await turnOn(page, person);
    await expectAccessible(page);
    await page.getByRole("button", { name: "Turn off" }).click();
    await expect(page.getByRole("alertdialog")).toBeVisible();
    await expectAccessible(page);
    await givePassword(page, person);
    await expect(page.getByLabel("6-digit code")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Use a backup code" }).click();
    await expectAccessible(page);
  });
}
