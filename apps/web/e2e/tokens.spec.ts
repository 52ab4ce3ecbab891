import { expect, test } from "./app-test.ts";
import { e2eEnv } from "./env.ts";
import { newMember, signIn } from "./person.ts";

test("a token is made, shown once, used over REST and revoked", async ({ page }) => {
  const person = await newMember("token");
  await signIn(page, person);
  await page.goto("/account/tokens");
  await expect(page.getByText("No tokens yet")).toBeVisible();
  await page.getByRole("textbox", { name: "Name" }).fill("Nightly report");
  await page.getByRole("checkbox", { name: "See members" }).check();
  await page.getByRole("button", { name: "Create token" }).click();
  const text = page.locator("code", { hasText: /^pf_/ }).first();
  await expect(text).toBeVisible();
  const token = (await text.textContent()) ?? "";
  const list = () =>
    fetch(`${e2eEnv.webUrl}/api/v1/workspaces`, { headers: { authorization: `Bearer ${token}` } }).then(
      (response) => response.status,
    );
  expect(await list()).toBe(200);
  await page.getByRole("button", { name: "I saved it" }).click();
  await expect(page.getByText(token)).toHaveCount(0);
  await page.reload();
  await expect(page.getByText("Nightly report")).toBeVisible();
  await expect(page.getByText("Last used")).toBeVisible();
  await page.getByRole("button", { name: "Revoke Nightly report" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByText("No tokens yet")).toBeVisible();
  expect(await list()).toBe(401);
});

test("a token without a name or a permission is refused beside its field", async ({ page }) => {
  await signIn(page, await newMember("token"));
  await page.goto("/account/tokens");
  for (const name of ["See your account and list your workspaces", "See a workspace"]) {
    await page.getByRole("checkbox", { name, exact: true }).uncheck();
  }
  await page.getByRole("button", { name: "Create token" }).click();
  await expect(page.getByText("Use 1–80 characters.")).toBeVisible();
  await expect(page.getByRole("group", { name: "Permissions" }).getByRole("alert")).toBeVisible();
});
