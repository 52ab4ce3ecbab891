import type { Page } from "@playwright/test";
import { ageProof, freshWord } from "@pronaflow/testing/browser";
import { expect, test } from "./console-test.ts";
import { e2eEnv } from "./env.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { firstAdmin } from "./first-admin-account.ts";
import type { Workspace } from "./owner.ts";
import { newOwner } from "./owner.ts";

const REASON = "Asked for by the court, file 42/26";

async function deletedWorkspace(): Promise<Workspace> {
  const owner = await newOwner("hold");
  const workspace = await owner.create(`Kept ${freshWord()}`);
  await owner.remove(workspace);
  return workspace;
}

/** Fills in why, and goes ahead. */
async function giveReason(page: Page, title: string, reason: string, confirm: string): Promise<void> {
  const dialog = page.getByRole("dialog", { name: title });
  await dialog.getByLabel("Reason").fill(reason);
  await dialog.getByRole("button", { name: confirm }).click();
}

test.beforeEach(async ({ page }) => {
  // Nothing fades in while it is judged.
  await page.emulateMedia({ reducedMotion: "reduce" });
});

test("a deleted workspace is put on hold, is not said to be purged meanwhile, and is let go again", async ({
  page,
}) => {
  const workspace = await deletedWorkspace();
  const { id, name } = workspace;
  const main = page.getByRole("main");
  await page.goto(`/workspaces/${id}`);
  await expect(main.getByText(/it is purged for good on/)).toBeVisible();

  await page.getByRole("button", { name: "Hold", exact: true }).click();
  await giveReason(page, `Put ${name} on hold?`, "No", "Put on hold");
  const field = page.getByRole("dialog").getByLabel("Reason");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toBeFocused();
  await expectAccessible(page);
  await ageProof(e2eEnv.databaseUrl, firstAdmin.email);
  await giveReason(page, `Put ${name} on hold?`, REASON, "Put on hold");
  const proof = page.getByRole("dialog", { name: "Confirm that it’s you" });
  await proof.getByLabel("Your password").fill(firstAdmin.password);
  await proof.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText(`${name} is on hold`)).toBeVisible();
  await expect(
    main.getByText(/^On hold since .*, by Ada Admin: it is not purged\. Asked for by the court/),
  ).toBeVisible();
  await expect(main.getByText(/Without the hold it is purged for good on/)).toBeVisible();
  await expect(main.getByText("Not while it is on hold")).toBeVisible();
  await expect(main.getByText("Put on hold", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Restore" })).toBeEnabled();

  await page.goto(`/workspaces?q=${encodeURIComponent(name)}&filter=held`);
  const row = page.getByRole("row").filter({ has: page.getByRole("link", { name }) });
  await expect(row.getByText("On hold", { exact: true })).toBeVisible();
  await expect(row.getByText("Not while on hold")).toBeVisible();
  await expectAccessible(page);
  await row.getByRole("link", { name }).click();

  await page.getByRole("button", { name: "Lift the hold" }).click();
  await giveReason(page, `Lift the hold on ${name}?`, "The case is closed", "Lift the hold");
  await expect(page.getByText(`${name} is no longer on hold`)).toBeVisible();
  await expect(main.getByText(/^On hold since .*, by/)).toBeHidden();
  await expect(main.getByText(/it is purged for good on/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Hold", exact: true })).toBeVisible();
  await page.goto(`/workspaces?q=${encodeURIComponent(name)}&filter=held`);
  await expect(page.getByText(`Nothing matches “${name}”`)).toBeVisible();
});

test("the list of what has no owner says what it would show; on a phone its name is in sight", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto("/workspaces?filter=ownerless");
  await expect(page.getByText("Every workspace has an owner")).toBeVisible();
  await expect(page.getByRole("link", { name: "Ownerless" })).toBeInViewport({ ratio: 1 });
  await expectAccessible(page);
});
