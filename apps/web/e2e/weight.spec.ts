import { expect, test } from "./app-test.ts";
import { newMember, signIn } from "./person.ts";
import { scriptWeight } from "./script-weight.ts";

// What is not needed at first paint is loaded on use; a page that grows past this has forgotten it.
const DOOR_KB = 175;
// Ticks the rules of a password as it is typed, and has the providers' buttons beside it.
const SIGN_UP_KB = 176;
const WORKSPACE_KB = 230;

for (const [address, kilobytes] of [
  ["/sign-in", DOOR_KB],
  ["/sign-up", SIGN_UP_KB],
  ["/forgot-password", DOOR_KB],
  ["/reset-password", DOOR_KB],
  ["/verify-email", DOOR_KB],
] as const) {
  test(`${address} loads at most ${kilobytes} KB of JavaScript`, async ({ page }) => {
    expect(await scriptWeight(page, address)).toBeLessThanOrEqual(kilobytes);
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
