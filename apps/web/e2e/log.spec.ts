import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { expect, test } from "./app-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { newMember } from "./person.ts";
import { joinAs, ownWorkspace } from "./team.ts";

/** Someone who would like a spreadsheet to run their name. */
const FORMULA = '=HYPERLINK("http://x.example","Pay")';

const rowsOf = (page: Page) => page.getByRole("list", { name: "Access log" }).getByRole("listitem");

/** The file that is made when its button is pressed: the page is left and comes back while it is. */
async function exportedAs(page: Page, format: "CSV" | "JSON Lines"): Promise<string> {
  await page.getByRole("button", { name: `Export ${format}` }).click();
  const made = page.getByRole("list", { name: "Exported files" }).getByRole("listitem");
  await expect(made.first()).toBeVisible();
  await page.reload();
  const ready = made.filter({ hasText: new RegExp(`^${format}, \\d+ entr`) });
  await expect(ready).toBeVisible({ timeout: 30_000 });
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    ready.getByRole("button", { name: "Download" }).click(),
  ]);
  return await file.path();
}

test("an Owner sees a rename in words, narrows the log, and takes it along as a file that verifies", async ({
  page,
}) => {
  const { owner, home } = await ownWorkspace(page, "log");
  await page.goto(`${home}/settings`);
  await page.getByRole("textbox", { name: "Name" }).fill("Loud Harbour");
  await page.getByRole("button", { name: "Save changes" }).first().click();
  await page.getByRole("link", { name: "Access log" }).click();
  const rows = rowsOf(page);
  const renamed = rows.filter({ hasText: "Name, address or description changed" });
  await renamed.getByText("Details").click();
  await expect(renamed.getByRole("row", { name: `Name Works ${owner.username} Loud Harbour` })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("combobox", { name: "Kind of act" }).click();
  await page.getByRole("option", { name: "Creation and deletion" }).click();
  await page.waitForURL(/kind=lifecycle/);
  await expect(rows.filter({ hasText: "Workspace created" })).toBeVisible();
  await expect(renamed).toHaveCount(0);
  await page.getByRole("link", { name: "Clear filters" }).click();
  await expect(renamed).toBeVisible();

  const verify = fileURLToPath(new URL("../../../tooling/run/audit-verify.ts", import.meta.url));
  const file = await exportedAs(page, "JSON Lines");
  expect(execFileSync(process.execPath, [verify, "--file", file]).toString()).toContain("The file verifies");
});

test("whoever ever acted is found by name, also once they are gone, and their file runs in no spreadsheet", async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const { home } = await ownWorkspace(page, "keeper");
  const person = await newMember("formula", FORMULA);
  const theirs = await joinAs({ page, browser, home }, "Member", person);
  await theirs.goto(`${home}/log`);
  await expect(
    theirs.getByRole("main").getByText("Your role, Member, may not see the audit log. Ask Mina Park."),
  ).toBeVisible();
  await expect(theirs.getByRole("main").getByRole("button", { name: "Ask for it" })).toBeVisible();
  await expectAccessible(theirs);
  await theirs.context().close();

  await page.goto(`${home}/members`);
  await page.getByRole("row").filter({ hasText: person.email }).getByRole("button", { name: "Acts on" }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  // Behind the dialog the list has no rows either: to leave before it is gone would cancel the act.
  await expect(page.getByRole("alertdialog")).toHaveCount(0);
  await expect(page.getByRole("row").filter({ hasText: person.email })).toHaveCount(0);

  await page.goto(`${home}/log`);
  const removed = rowsOf(page).filter({ hasText: "Member removed" });
  await expect(removed).toContainText(`to ${FORMULA}`);
  await removed.getByText("Details").click();
  await expect(removed.getByRole("row", { name: "Role Member" })).toBeVisible();
  await expect(removed.getByRole("row", { name: "State Active" })).toBeVisible();

  const who = page.getByRole("combobox", { name: "Person" });
  await who.click();
  await page.getByPlaceholder("Find a person by name").fill("nobody like that");
  await expect(page.getByText("Nobody by that name has acted here.")).toBeVisible();
  await page.getByPlaceholder("Find a person by name").fill("hyperlink");
  await expect(page.getByRole("option")).toHaveCount(1);
  await expect(page.getByRole("option")).toContainText(`${person.username}, left`);
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await page.waitForURL(/who=/);
  await expect(who).toHaveText(FORMULA);
  await expect(rowsOf(page).filter({ hasText: "Invitation accepted" })).toBeVisible();
  await expect(rowsOf(page).filter({ hasText: "Workspace created" })).toHaveCount(0);
  await page.getByLabel("From").fill("2026-01-02");
  await page.waitForURL(/from=2026-01-02/);
  await page.reload();
  await expect(who).toHaveText(FORMULA);
  await expect(page.getByLabel("From")).toHaveValue("2026-01-02");
  await page.getByRole("link", { name: "Members", exact: true }).click();
  await page.waitForURL("**/members");
  await page.goBack();
  await page.waitForURL(/who=.*from=2026-01-02/);
  await expect(who).toHaveText(FORMULA);
  await expect(rowsOf(page).filter({ hasText: "Invitation accepted" })).toBeVisible();

  const cells = readFileSync(await exportedAs(page, "CSV"), "utf8");
  expect(cells).toContain(`"'=HYPERLINK(""http://x.example"",""Pay"")"`);
  const began = [...cells.matchAll(/(?:^|,|\r\n)"([^"])/g)].map(([, first]) => first);
  expect(began.length).toBeGreaterThan(10);
  expect(began.filter((first) => /[=+\-@\t\r]/.test(String(first)))).toEqual([]);
});
