import type { Browser, Locator, Page } from "@playwright/test";
import { waitUntilInteractive } from "@pronaflow/testing/browser";
import { expect, test } from "./app-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import type { Person } from "./person.ts";
import { newMember, signIn } from "./person.ts";
import { readMail } from "./read-mail.ts";

/** A workspace of one's own, to which others are invited as Members; its path. */
async function ownWorkspace(page: Page, invited: readonly Person[]): Promise<string> {
  const owner = await newMember("owner");
  await signIn(page, owner);
  await page.goto("/workspaces/new");
  await page.getByRole("textbox", { name: "Name" }).fill(`Pier ${owner.username.slice(-8)}`);
  await page.getByRole("button", { name: "Create workspace" }).click();
  await page.waitForURL("**/w/**");
  const path = new URL(page.url()).pathname;
  await page.goto(`${path}/members`);
  await page.getByRole("button", { name: "Invite people" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByLabel("Email addresses").fill(invited.map(({ email }) => email).join("\n"));
  await dialog.getByLabel("Role").click();
  await page.getByRole("option", { name: "Member", exact: true }).click();
  await dialog.getByRole("button", { name: /^Invite \d/ }).click();
  await dialog.getByRole("button", { name: "Done" }).click();
  return path;
}

/** The page of someone who took an invitation up, in a browser of their own, on the list of members. */
async function join(browser: Browser, person: Person, path: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  waitUntilInteractive(page);
  await signIn(page, person);
  await page.goto(await readMail(person.email, "invitation"));
  await page.getByRole("button", { name: "Accept and join" }).click();
  await page.waitForURL(`**${path}`);
  await page.goto(`${path}/members`);
  await expect(rowOf(page, person)).toBeVisible();
  return page;
}

function rowOf(page: Page, { email }: Person): Locator {
  return page.getByRole("row").filter({ hasText: email });
}

async function begin(page: Page, person: Person, act: string): Promise<Locator> {
  await rowOf(page, person).getByRole("button", { name: "Acts on" }).click();
  await page.getByRole("menuitem", { name: act }).click();
  return page.getByRole("dialog").or(page.getByRole("alertdialog"));
}

test("an Owner finds a member and makes them Admin, and closes the door on another, whose open tab opens nothing more", async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  // Nothing fades in while it is judged.
  await page.emulateMedia({ reducedMotion: "reduce" });
  const [riser, leaver] = [await newMember("riser"), await newMember("leaver")];
  const path = await ownWorkspace(page, [riser, leaver]);
  const left = await join(browser, leaver, path);
  const risen = await join(browser, riser, path);

  // A Member reads the list; what they may not do says why.
  await rowOf(risen, leaver).getByRole("button", { name: "Acts on" }).click();
  const remove = risen.getByRole("menuitem", { name: "Remove" });
  await expect(remove).toBeDisabled();
  await expect(remove).toContainText("Your role, Member, may not remove members.");
  await risen.keyboard.press("Escape");
  await expect(risen.getByRole("menu")).toHaveCount(0);
  await expectAccessible(risen);
  await risen.context().close();

  await page.goto(path);
  await page.getByRole("link", { name: "Members", exact: true }).click();
  await expect(page.getByRole("row")).toHaveCount(4);
  await page.getByRole("searchbox", { name: "Search members" }).fill(riser.username);
  await expect(rowOf(page, leaver)).toHaveCount(0);
  const roles = await begin(page, riser, "Change role");
  await roles.getByLabel("Role").click();
  await page.getByRole("option", { name: "Admin" }).click();
  await roles.getByRole("button", { name: "Change role" }).click();
  await expect(rowOf(page, riser).getByText("Admin", { exact: true })).toBeVisible();

  await page.goto(`${path}/members`);
  await (await begin(page, leaver, "Deactivate")).getByRole("button", { name: "Deactivate" }).click();
  await expect(rowOf(page, leaver).getByText("Deactivated", { exact: true })).toBeVisible();
  await left.getByRole("searchbox", { name: "Search members" }).fill(riser.username);
  await expect(left.getByRole("heading", { level: 1, name: "There is nothing here" })).toBeVisible();
  await left.context().close();
  await (await begin(page, leaver, "Remove")).getByRole("button", { name: "Remove" }).click();
  await expect(rowOf(page, leaver)).toHaveCount(0);
  await expectAccessible(page);
});

for (const width of [360, 1280]) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`the members are accessible at ${width} px, ${colorScheme}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const path = await ownWorkspace(page, [await newMember("asked")]);
      await page.goto(`${path}/members`);
      await expect(page.getByText("(you)")).toBeVisible();
      await expectAccessible(page);
      await page.getByRole("button", { name: "Acts on" }).click();
      await expect(page.getByText("The only Owner.").first()).toBeVisible();
      await page.goto(`${path}/members?q=nobody-like-that`);
      await expect(page.getByText("Nobody found for “nobody-like-that”")).toBeVisible();
      await expectAccessible(page);
    });
  }
}
