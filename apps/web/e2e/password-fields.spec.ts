import { expect, test } from "./app-test.ts";
import { newMember, PASSWORD, signIn } from "./person.ts";

test("a password is hidden until one asks to see it, may be pasted, and says to managers what it is", async ({
  page,
}) => {
  await page.goto("/sign-in");
  const identifier = page.getByLabel("Email or username");
  const password = page.getByLabel("Password", { exact: true });
  await expect(password).toHaveAttribute("type", "password");
  await expect(password).toHaveAttribute("autocomplete", "current-password");
  await expect(identifier).toHaveAttribute("autocomplete", /^username/);
  await identifier.fill(PASSWORD);
  await identifier.press("ControlOrMeta+a");
  await identifier.press("ControlOrMeta+c");
  await password.press("ControlOrMeta+v");
  await expect(password).toHaveValue(PASSWORD);
  await page.getByRole("button", { name: "Show password" }).click();
  await expect(password).toHaveAttribute("type", "text");
  await page.getByRole("button", { name: "Hide password" }).click();
  await expect(password).toHaveAttribute("type", "password");
  await page.goto("/sign-up");
  await expect(page.getByLabel("Password", { exact: true })).toHaveAttribute("autocomplete", "new-password");
});

test("signing out is at hand on every page of someone signed in", async ({ page }) => {
  await signIn(page, await newMember("leaver"));
  for (const address of ["/workspaces/new", "/account", "/account/security", "/account/tokens", "/account/data"]) {
    await page.goto(address);
    await page.getByRole("button", { name: "Account menu" }).click();
    await expect(page.getByRole("menuitem", { name: "Sign out" })).toBeVisible();
  }
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/sign-in/);
});
