import { expect, test } from "./app-test.ts";
import { e2eEnv } from "./env.ts";
import { newMember, signIn } from "./person.ts";

test("a password change just made is seen, with who did it, and leads to where it is mended", async ({ page }) => {
  const person = await newMember("activity");
  await page.request.post(`${e2eEnv.webUrl}/api/v1/auth/login`, {
    headers: { origin: e2eEnv.webUrl },
    data: { identifier: person.email, password: "Wrong-River-42-Lantern" },
  });
  await signIn(page, person);
  await page.goto("/account/security");
  await page.getByLabel("Current password", { exact: true }).fill(person.password);
  await page.getByLabel("New password", { exact: true }).fill("Amber-Window-73-Forest");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Password changed. Other devices were signed out.")).toBeVisible();

  await page.getByRole("link", { name: "Activity" }).click();
  const list = page.getByRole("list", { name: "Activity" });
  const changed = list.getByRole("listitem").filter({ hasText: "Password changed" });
  await expect(changed).toContainText("You");
  await expect(changed.locator("time")).toHaveAttribute("title", /\d{4}/);
  await expect(list.getByRole("listitem").filter({ hasText: "Failed sign-in" })).toContainText("Not signed in");

  await page.getByRole("link", { name: "Sign-ins" }).click();
  await expect(page).toHaveURL(/show=sign_ins/);
  await expect(changed).toHaveCount(0);
  await expect(list.getByText("Signed in", { exact: true })).toBeVisible();
  await page.getByRole("navigation", { name: "Show" }).getByRole("link", { name: "Security" }).click();
  await changed.getByRole("button", { name: "This wasn’t me" }).click();
  const dialog = page.getByRole("dialog", { name: "This wasn’t you?" });
  await dialog.getByRole("link", { name: "Look through your sessions" }).click();
  await expect(page.getByRole("heading", { name: "Sessions" })).toBeInViewport();
});

test("what does not fit a page is a page further, and back", async ({ page }) => {
  const person = await newMember("activity");
  await signIn(page, person);
  for (let number = 1; number <= 31; number++) {
    const answer = await page.request.patch(`${e2eEnv.webUrl}/api/v1/account`, {
      headers: { origin: e2eEnv.webUrl },
      data: { displayName: `Mina ${number}` },
    });
    expect(answer.status()).toBe(200);
  }
  await page.goto("/account/activity");
  const rows = page.getByRole("list", { name: "Activity" }).getByRole("listitem");
  await expect(rows).toHaveCount(30);
  await page.getByRole("link", { name: "Older" }).click();
  await expect(page.getByText("Account created")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Account created")).toBeVisible();
  await page.getByRole("link", { name: "Newer" }).click();
  await expect(rows).toHaveCount(30);
  await page.goto("/account/activity?cursor=nonsense");
  await page.getByRole("link", { name: "Show everything" }).click();
  await expect(rows).toHaveCount(30);
});
