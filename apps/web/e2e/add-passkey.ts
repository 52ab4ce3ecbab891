import type { Page } from "@playwright/test";
import { expect } from "./app-test.ts";

/** Adds a passkey to the account, kept by what this browser was given for that. */
export async function addPasskey(page: Page): Promise<void> {
  await page.goto("/account/security");
  await page.getByRole("button", { name: "Add passkey" }).last().click();
  await expect(page.getByText("Passkey added")).toBeVisible();
}
