import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./app-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import type { House } from "./house.ts";
import { changeMember, moveIn, openHouse, visit } from "./house.ts";
import type { Person } from "./person.ts";
import { newMember, signIn } from "./person.ts";

let house: House;
let owner: Person;
let admin: Person;
let crew: Person[];
const [ANN, BO, CY] = ["Ann Reed", "Bo Lindt", "Cy Marsh"];

function person(index: number): Person {
  const found = crew[index];
  if (!found) throw new Error("No such person.");
  return found;
}

test.beforeEach(async ({ page }) => {
  test.setTimeout(240_000);
  await page.emulateMedia({ reducedMotion: "reduce" });
  owner = await newMember("owner", "Olga Stone");
  admin = await newMember("admin", "Adam Frost");
  crew = [await newMember("ann", ANN), await newMember("bo", BO), await newMember("cy", CY)];
  house = await openHouse(owner);
  await moveIn(house, admin, "ADMIN");
  for (const one of crew) await moveIn(house, one, "MEMBER");
});

const boxOf = (page: Page, name: string | undefined) => page.getByRole("checkbox", { name: `Choose ${name}` });
const rowOf = (page: Page, { email }: Person) => page.getByRole("row").filter({ hasText: email });

test("an Admin changes several at once: each row says what became of it, and what failed is tried again", async ({
  page,
}) => {
  await signIn(page, admin);
  await page.goto(`${house.path}/members`);

  // Whom one may not act on cannot be chosen, and says why.
  const olga = boxOf(page, "Olga Stone");
  await expect(olga).toBeDisabled();
  await olga.hover({ force: true });
  await expect(
    page.getByRole("tooltip").filter({ hasText: "may not change a member with the role Owner" }),
  ).toBeVisible();
  await page.keyboard.press("Escape");
  await page.mouse.move(0, 0);
  await expect(boxOf(page, "Adam Frost")).toHaveAccessibleDescription(/That is you/);
  await page.getByRole("checkbox", { name: "Choose everyone on this page" }).check({ force: true });
  const bar = page.getByRole("region", { name: "Chosen members" });
  await expect(bar.getByRole("status")).toHaveText("3 chosen");
  await expect(bar.getByRole("button", { name: "Reactivate" })).toHaveAccessibleDescription(/has access already/);
  await expectAccessible(page);

  // While the question is read, one of them rises out of reach.
  await bar.getByRole("button", { name: "Deactivate", exact: true }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByRole("heading", { name: "Deactivate 3 members?" })).toBeVisible();
  await expect(dialog.getByText("They lose access to")).toBeVisible();
  await changeMember(house, person(2), { role: "ADMIN" });
  await dialog.getByRole("button", { name: "Deactivate 3" }).click();
  await expect(dialog.getByRole("heading", { name: "2 members were deactivated" })).toBeVisible();
  const answers = dialog.getByRole("list", { name: "What became of each" }).getByRole("listitem");
  await expect(answers).toHaveCount(3);
  await expect(answers.nth(0)).toContainText("Your role doesn't reach this member.");
  await expect(answers.filter({ hasText: person(0).email })).toContainText("Done");
  // The page behind is drawn anew meanwhile.
  await expect(page).toHaveTitle(/^Members/);
  await expectAccessible(page);

  await changeMember(house, person(2), { role: "MEMBER" });
  await dialog.getByRole("button", { name: "Try 1 again" }).click();
  await expect(dialog.getByRole("heading", { name: "3 members were deactivated" })).toBeVisible();
  await dialog.getByRole("button", { name: "Done", exact: true }).click();
  await expect(bar).toHaveCount(0);
  for (const one of crew) await expect(rowOf(page, one).getByText("Deactivated", { exact: true })).toBeVisible();
});

test("at 360 px several get another role, and the removed lose the tab that stands open", async ({ page, browser }) => {
  const left = await visit(browser, person(1));
  await left.goto(`${house.path}/members`);
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(page, owner);
  await page.goto(`${house.path}/members`);
  for (const name of [ANN, BO]) await boxOf(page, name).check({ force: true });
  const bar = page.getByRole("region", { name: "Chosen members" });
  await expect(bar).toBeInViewport();
  await expectAccessible(page);
  await bar.getByRole("button", { name: "Change role" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByLabel("Role").click();
  await page.getByRole("option", { name: "Viewer" }).click();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Change 2 roles" }).click();
  await expect(dialog.getByRole("heading", { name: "2 roles were changed" })).toBeVisible();
  await dialog.getByRole("button", { name: "Done", exact: true }).click();
  await expect(rowOf(page, person(0)).getByText("Viewer", { exact: true })).toBeVisible();

  await boxOf(page, BO).check({ force: true });
  await bar.getByRole("button", { name: "Remove" }).click();
  await dialog.getByRole("button", { name: "Remove 1" }).click();
  await dialog.getByRole("button", { name: "Done", exact: true }).click();
  await expect(rowOf(page, person(1))).toHaveCount(0);
  await left.getByRole("searchbox", { name: "Search members" }).fill("anyone");
  await expect(left.getByRole("heading", { level: 1, name: "There is nothing here" })).toBeVisible();
  await left.context().close();
});

async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 80; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("Tab does not lead there.");
}

test("by keyboard alone two are chosen, deactivated and brought back", async ({ page }) => {
  await signIn(page, owner);
  await page.goto(`${house.path}/members`);
  const bar = page.getByRole("region", { name: "Chosen members" });
  const dialog = page.getByRole("alertdialog");
  for (const [act, done] of [
    ["Deactivate", "2 members were deactivated"],
    ["Reactivate", "2 members were reactivated"],
  ] as const) {
    for (const name of [ANN, CY]) {
      await tabTo(page, boxOf(page, name));
      await page.keyboard.press("Space");
    }
    await tabTo(page, bar.getByRole("button", { name: act }));
    await page.keyboard.press("Enter");
    await tabTo(page, dialog.getByRole("button", { name: `${act} 2` }));
    await page.keyboard.press("Enter");
    await expect(dialog.getByRole("heading", { name: done })).toBeVisible();
    await expect(dialog.getByRole("button", { name: "Done", exact: true })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(dialog).toHaveCount(0);
    await page.keyboard.press("Home");
  }
  await expect(rowOf(page, person(0)).getByText("Active", { exact: true })).toBeVisible();
});
