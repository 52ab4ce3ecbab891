import { expect, test } from "./app-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import type { Person } from "./person.ts";
import { newMember, signIn } from "./person.ts";

const LOOKS = [360, 1280].flatMap((width) => (["light", "dark"] as const).map((scheme) => ({ width, scheme })));

let person: Person;

test.beforeAll(async () => {
  person = await newMember("axe");
});

for (const { width, scheme } of LOOKS) {
  test.describe(`at ${width} px, ${scheme}`, () => {
    test.use({ viewport: { width, height: 800 }, colorScheme: scheme, reducedMotion: "reduce" } as object);

    test("the pages of someone not signed in are accessible", async ({ page }) => {
      const pages = [
        "/sign-in",
        "/sign-up",
        "/forgot-password",
        "/verify-email",
        "/verify-email#token=abc",
        "/reset-password",
        "/not-me",
        "/not-me#token=abc",
        "/unlock",
        "/unlock#token=abc",
        "/confirm-email#token=abc",
        "/undo-email#token=abc",
        "/leaving?until=2026-12-08T10:00:00.000Z",
      ];
      for (const address of [...pages, "/docs/api", "/no-such-page"]) {
        await page.goto(address);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expectAccessible(page);
      }
    });

    test("the pages of someone signed in are accessible", async ({ page }) => {
      await signIn(page, person);
      await page.goto("/workspaces/new");
      await expectAccessible(page);
      await page.getByRole("textbox", { name: "Name" }).fill(`Axe ${width} ${scheme}`);
      await page.getByRole("button", { name: "Create workspace" }).click();
      await page.waitForURL("**/w/**");
      const home = new URL(page.url()).pathname;
      for (const address of [
        home,
        `${home}/settings`,
        `${home}/log`,
        "/account",
        "/account/activity",
        "/account/connections",
        "/account/security",
        "/account/tokens",
        "/account/data",
        "/w/not-mine",
      ]) {
        await page.goto(address);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expectAccessible(page);
      }
      await page.goto(`${home}/settings/ownership`);
      await page.getByRole("button", { name: "Delete workspace" }).click();
      await expect(page.getByRole("alertdialog")).toBeVisible();
      await expectAccessible(page);
    });
  });
}
