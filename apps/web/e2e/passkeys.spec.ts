import type { Page } from "@playwright/test";
import type { VirtualPasskeys } from "@pronaflow/testing/browser";
import { addVirtualPasskeys, ageProof } from "@pronaflow/testing/browser";
import { addPasskey } from "./add-passkey.ts";
import { expect, test } from "./app-test.ts";
import { e2eEnv } from "./env.ts";
import { expectAccessible } from "./expect-accessible.ts";
import type { Person } from "./person.ts";
import { newMember, signIn } from "./person.ts";
import { givePassword, turnOn } from "./second-step.ts";

/** Someone signed in with a passkey in this browser. */
async function newKeeper(page: Page, prefix: string): Promise<{ person: Person; keeper: VirtualPasskeys }> {
  const person = await newMember(prefix);
  await signIn(page, person);
  const keeper = await addVirtualPasskeys(page);
  await addPasskey(page);
  return { person, keeper };
}

/** To the second step by password, with no passkey offered on the way there. */
async function toSecondStep(page: Page, person: Person, keeper: VirtualPasskeys): Promise<void> {
  await keeper.answer(false);
  await givePassword(page, person);
  await expect(page.getByRole("heading", { name: "Confirm that it’s you" })).toBeVisible();
  await keeper.answer(true);
}

test("a passkey is suggested, added, renamed, signs in from the field of the address, and is removed", async ({
  page,
}) => {
  const person = await newMember("passkey");
  await signIn(page, person);
  const keeper = await addVirtualPasskeys(page);
  await page.goto("/account/security");
  await expect(page.getByText("You have no passkey")).toBeVisible();
  await page.getByRole("button", { name: "Add passkey" }).first().click();
  await expect(page.getByText("Passkey added")).toBeVisible();
  await expect(page.getByText("You have no passkey")).toBeHidden();
  expect(await keeper.count()).toBe(1);

  await page.getByRole("button", { name: /^Rename / }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Work laptop");
  await page.getByRole("button", { name: "Save name" }).click();
  await expect(page.getByText("Work laptop")).toBeVisible();

  await page.context().clearCookies();
  await page.goto("/sign-in");
  // Nobody presses anything: the keeper answers what the field of the address offers.
  await expect(page).not.toHaveURL(/sign-in/);

  await page.goto("/account/security");
  await expect(page.getByText("last used")).toBeVisible();
  await page.getByRole("button", { name: "Remove Work laptop" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("Passkey removed")).toBeVisible();
  await expect(page.getByText("No passkeys yet")).toBeVisible();
});

test("the button signs in by passkey, and goes on to where one wanted to go", async ({ page }) => {
  const { keeper } = await newKeeper(page, "button");
  await page.context().clearCookies();
  await keeper.answer(false);
  await page.goto("/account/tokens");
  const button = page.getByRole("button", { name: "Continue with a passkey" });
  await keeper.recognise(false);
  await keeper.answer(true);
  await button.click();
  await expect(button).not.toHaveAttribute("aria-busy", "true");
  await keeper.recognise(true);
  await button.click();
  await page.waitForURL("**/account/tokens");
});

test("a passkey is the first way to finish a sign-in: cancelled and refused it says so, and then it signs in", async ({
  page,
}) => {
  const { person, keeper } = await newKeeper(page, "second");
  await turnOn(page, person);
  await toSecondStep(page, person, keeper);
  const button = page.getByRole("button", { name: "Continue with a passkey" });
  await expect(button).toBeFocused();
  await expectAccessible(page);

  await keeper.recognise(false);
  await button.click();
  await expect(page.getByRole("alert").filter({ hasText: "No passkey was used" })).toBeVisible();
  await expectAccessible(page);
  await keeper.recognise(true);
  await keeper.spoil(true);
  await button.click();
  await expect(page.getByRole("alert").filter({ hasText: "4 tries left" })).toBeVisible();

  await page.getByRole("button", { name: "Use your authenticator app" }).click();
  await expect(page.getByLabel("6-digit code")).toBeFocused();
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await keeper.spoil(false);
  await page.getByLabel("Trust this device for 30 days").check();
  await button.click();
  await expect(page).not.toHaveURL(/sign-in/);
  await keeper.answer(false);
  await givePassword(page, person);
  await expect(page).not.toHaveURL(/sign-in/);
});

test("five refused passkeys end the sign-in", async ({ page }) => {
  const { person, keeper } = await newKeeper(page, "ended");
  await turnOn(page, person);
  await toSecondStep(page, person, keeper);
  await keeper.spoil(true);
  const button = page.getByRole("button", { name: "Continue with a passkey" });
  for (const left of ["4 tries", "3 tries", "2 tries", "1 try"]) {
    await button.click();
    await expect(page.getByRole("alert").filter({ hasText: `${left} left` })).toBeVisible();
  }
  await button.click();
  await expect(page.getByRole("heading", { name: "This sign-in has ended" })).toBeVisible();
});

test("a grave act asks again who it is; a passkey answers in place of the password, and the act goes ahead", async ({
  page,
}) => {
  const { person, keeper } = await newKeeper(page, "stepup");
  await ageProof(e2eEnv.databaseUrl, person.email);
  await page.getByRole("button", { name: /^Remove / }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  const question = page.getByRole("dialog", { name: "Confirm that it’s you" });
  await question.getByRole("button", { name: "Use your passkey" }).click();
  await expectAccessible(page);
  await keeper.recognise(false);
  await question.getByRole("button", { name: "Continue with a passkey" }).click();
  await expect(question.getByRole("alert")).toContainText("No passkey was used");
  await keeper.recognise(true);
  await question.getByRole("button", { name: "Continue with a passkey" }).click();
  await expect(page.getByText("Passkey removed")).toBeVisible();
  await expect(page.getByText("No passkeys yet")).toBeVisible();
});

test("the second step by passkey takes a keyboard alone", async ({ page }) => {
  const { person, keeper } = await newKeeper(page, "keys");
  await turnOn(page, person);
  await page.context().clearCookies({ name: /session/ });
  await keeper.answer(false);
  await page.goto("/sign-in");
  await expect(page.getByLabel("Email or username")).toBeFocused();
  await page.keyboard.type(person.email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(person.password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Continue with a passkey" })).toBeFocused();
  await keeper.answer(true);
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(/sign-in/);
});
