import type { Page } from "@playwright/test";
import { waitUntilInteractive } from "@pronaflow/testing/browser";
import { expect, test } from "./app-test.ts";
import { newMember, signIn } from "./person.ts";
import { programOf } from "./program.ts";

// Spec WS-2: pages live under the workspace's address, so two tabs are two workspaces.

const title = (page: Page, name: string) => page.getByRole("heading", { name, level: 1, exact: true });

test("two tabs on two workspaces act each on its own", async ({ page }) => {
  const person = await newMember("tabs");
  const program = await programOf(person);
  const word = person.username.slice(-9);
  const [north, south] = [await program.create(`North ${word}`), await program.create(`South ${word}`)];
  await signIn(page, person);
  const other = await page.context().newPage();
  waitUntilInteractive(other);
  await page.goto(`/w/${north.slug}/settings`);
  // The one used last is now the other: what this tab does stays with this one.
  await other.goto(`/w/${south.slug}`);
  await expect(title(other, south.name)).toBeVisible();

  await page.getByRole("textbox", { name: "Name" }).fill(`Northern ${word}`);
  await page.getByRole("button", { name: "Save changes" }).first().click();
  await expect(page.getByRole("button", { name: /Switch workspace/ })).toContainText(`Northern ${word}`);
  await other.getByRole("link", { name: "Settings", exact: true }).click();
  await other.waitForURL(`**/w/${south.slug}/settings`);
  await expect(other.getByRole("textbox", { name: "Name" })).toHaveValue(south.name);
  await other.getByRole("textbox", { name: "Name" }).fill(`Southern ${word}`);
  await other.getByRole("button", { name: "Save changes" }).first().click();
  await expect(other.getByRole("button", { name: /Switch workspace/ })).toContainText(`Southern ${word}`);

  await page.goto(`/w/${north.slug}`);
  await expect(title(page, `Northern ${word}`)).toBeVisible();
  await other.goto(`/w/${south.slug}`);
  await expect(title(other, `Southern ${word}`)).toBeVisible();
  await other.close();
});

test("one of twenty workspaces is found and entered by keyboard alone, and opens at the next sign-in elsewhere", async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const person = await newMember("many");
  const program = await programOf(person);
  const word = person.username.slice(-9);
  for (let number = 1; number <= 20; number++) await program.create(`Berth ${number} ${word}`);
  await signIn(page, person);
  await page.getByRole("button", { name: /Switch workspace/ }).focus();
  await page.keyboard.press("Enter");
  const box = page.getByRole("combobox", { name: "Switch workspace" });
  await expect(box).toBeFocused();
  await expect(page.getByRole("option", { name: /^Berth/ })).toHaveCount(20);
  await page.keyboard.type("nothing by that name");
  await expect(page.getByText("No workspace by that name.")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("berth");
  await expect(page.getByRole("option", { name: /^Berth/ }).first()).toBeInViewport();
  await page.keyboard.type(" 17");
  await expect(page.getByRole("option", { name: /^Berth/ })).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(title(page, `Berth 17 ${word}`)).toBeVisible();
  await expect(page.getByRole("button", { name: /Switch workspace/ })).toContainText("Berth 17");

  await page.getByRole("button", { name: /Switch workspace/ }).focus();
  await page.keyboard.press("Enter");
  await expect(box).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /Switch workspace/ })).toBeFocused();

  const device = await (await browser.newContext()).newPage();
  waitUntilInteractive(device);
  await signIn(device, person);
  await expect(title(device, `Berth 17 ${word}`)).toBeVisible();
  await device.context().close();
});

test("an address that was given up leads on, however deep; a dead workspace’s leads nowhere", async ({ page }) => {
  const person = await newMember("moved");
  const program = await programOf(person);
  const word = person.username.slice(-9);
  const workspace = await program.create(`Harbour ${word}`);
  const doomed = await program.create(`Wreck ${word}`);
  await signIn(page, person);
  await page.goto(`/w/${workspace.slug}/settings`);
  await page.getByRole("textbox", { name: "Address" }).fill(`moved-${word}`);
  await page.getByRole("button", { name: "Change address" }).click();
  await page.waitForURL(`**/w/moved-${word}/settings`);
  for (const below of ["", "/members", "/members/invitations", "/settings/ownership", "/log"]) {
    await page.goto(`/w/${workspace.slug}${below}`);
    await expect(page).toHaveURL(new RegExp(`/w/moved-${word}${below}$`));
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  await page.goto(`/w/${workspace.slug}/members?q=Mina`);
  await expect(page).toHaveURL(new RegExp(`/w/moved-${word}/members\\?q=Mina$`));

  // Signed out, it leads through sign-in to where it was going.
  await page.goto("about:blank");
  await page.context().clearCookies({ name: /session/ });
  await page.goto(`/w/${workspace.slug}/members`);
  await page.getByLabel("Email or username").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(`**/w/moved-${word}/members`);

  await page.goto(`/w/${doomed.slug}`);
  await expect(title(page, doomed.name)).toBeVisible();
  await program.remove(doomed);
  for (const below of ["", "/settings", "/members"]) {
    await page.goto(`/w/${doomed.slug}${below}`);
    await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`/w/${doomed.slug}${below}$`));
  }
  // It was the one used last: the door leads to one that lives.
  await page.goto("/");
  await page.waitForURL(`**/w/moved-${word}`);
});
