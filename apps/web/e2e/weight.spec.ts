import { expect, test } from "./app-test.ts";
import { newMember, signIn } from "./person.ts";
import { scriptWeight } from "./script-weight.ts";

// What is not needed at first paint is loaded on use; a page that grows past this has forgotten it.
const DOOR_KB = 175;
const WORKSPACE_KB = 230;

for (const address of ["/sign-in", "/sign-up", "/forgot-password", "/reset-password", "/verify-email"]) {
  test(`${address} loads at most ${DOOR_KB} KB of JavaScript`, async ({ page }) => {
    expect(await scriptWeight(page, address)).toBeLessThanOrEqual(DOOR_KB);
  });
}

test(`the pages of a workspace load at most ${WORKSPACE_KB} KB of JavaScript`, async ({ page }) => {
  await signIn(page, await newMember("weight"));
  await page.goto("/workspaces/new");
  await page.getByRole("textbox", { name: "Name" }).fill("Light Harbour");
  await page.getByRole("button", { name: "Create workspace" }).click();
  await page.waitForURL("**/w/**");
  const home = new URL(page.url()).pathname;
  for (const address of [home, `${home}/settings`]) {
    expect(await scriptWeight(page, address), address).toBeLessThanOrEqual(WORKSPACE_KB);
  }
});
