import { expect, test } from "./console-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { newOwner } from "./owner.ts";

const LOOKS = [360, 1280].flatMap((width) => (["light", "dark"] as const).map((scheme) => ({ width, scheme })));

let deletedId = "";
let activeId = "";

test.beforeAll(async () => {
  const owner = await newOwner("axe");
  activeId = (await owner.create("Axe Active")).id;
  const deleted = await owner.create("Axe Deleted");
  await owner.remove(deleted);
  deletedId = deleted.id;
});

for (const { width, scheme } of LOOKS) {
  test.describe(`at ${width} px, ${scheme}`, () => {
    test.use({ viewport: { width, height: 800 }, colorScheme: scheme, reducedMotion: "reduce" } as object);

    test("the console's pages are accessible", async ({ page }) => {
      const pages = [
        ["/workspaces", "Workspaces"],
        ["/workspaces?q=no-such-workspace", "Workspaces"],
        [`/workspaces/${activeId}`, "Axe Active"],
        [`/workspaces/${deletedId}`, "Axe Deleted"],
        ["/workspaces/nonsense", "There is nothing here"],
        ["/admins", "Admins"],
        ["/admins?q=nobody-like-this", "Admins"],
        ["/security", "Your security"],
      ] as const;
      for (const [address, heading] of pages) {
        await page.goto(address);
        await expect(page.getByRole("heading", { name: heading, level: 1 })).toBeAttached();
        await expectAccessible(page);
      }
      await page.goto(`/workspaces/${deletedId}`);
      await page.getByRole("button", { name: "Restore" }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
      await expectAccessible(page);
    });

    test("the pages of someone not signed in are accessible", async ({ page }) => {
      await page.context().clearCookies();
      for (const address of ["/sign-in", "/setup", "/setup#token=abc", "/no-such-page"]) {
        await page.goto(address);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expectAccessible(page);
      }
    });
  });
}
