import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "./app-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { newMember, signIn } from "./person.ts";

test("an Owner sees a rename, narrows the log, and takes it along as a file that verifies", async ({ page }) => {
  const person = await newMember("log");
  await signIn(page, person);
  await page.goto("/workspaces/new");
  await page.getByRole("textbox", { name: "Name" }).fill("Quiet Harbour");
  await page.getByRole("button", { name: "Create workspace" }).click();
  await page.waitForURL("**/w/**");
  const home = new URL(page.url()).pathname;
  await page.goto(`${home}/settings`);
  await page.getByRole("textbox", { name: "Name" }).fill("Loud Harbour");
  await page.getByRole("button", { name: "Save changes" }).first().click();
  await page.getByRole("link", { name: "Access log" }).click();
  const rows = page.getByRole("list", { name: "Access log" }).getByRole("listitem");
  const renamed = rows.filter({ hasText: "Name, address or description changed" });
  await renamed.getByText("Details").click();
  await expect(renamed.getByRole("row", { name: /Quiet Harbour.*Loud Harbour/ })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("combobox", { name: "Kind of act" }).click();
  await page.getByRole("option", { name: "Creation and deletion" }).click();
  await page.waitForURL(/kind=lifecycle/);
  await expect(rows.filter({ hasText: "Workspace created" })).toBeVisible();
  await expect(renamed).toHaveCount(0);
  await page.getByRole("link", { name: "Clear filters" }).click();
  await expect(renamed).toBeVisible();

  await page.getByRole("button", { name: "Export JSON Lines" }).click();
  await expect(page.getByText(/^JSON Lines, \d+ entries/)).toBeVisible({ timeout: 30_000 });
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download" }).click(),
  ]);
  const verify = fileURLToPath(new URL("../../../tooling/run/audit-verify.ts", import.meta.url));
  expect(execFileSync(process.execPath, [verify, "--file", await file.path()]).toString()).toContain(
    "The file verifies",
  );
});
