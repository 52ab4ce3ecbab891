import type { Page } from "@playwright/test";
import { expect, test } from "./app-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import type { House, HouseRole } from "./house.ts";
import { moveIn, openHouse } from "./house.ts";
import type { Person } from "./person.ts";
import { newMember, signIn } from "./person.ts";

/** Spec WS-4 by hand, as the pages show it: what each role sees, and what it may do there. */
interface Sight {
  held: number;
  /** Of the acts on the Guest's row. */
  manages: boolean;
  invites: string[] | null;
  changes: boolean;
  seesMembers: boolean;
  seesSettings: boolean;
  seesBilling: boolean;
  seesLog: boolean;
  deletes: boolean;
}

const INSIDE = { seesMembers: true, seesSettings: true };
const NOTHING = { manages: false, invites: null, changes: false, seesBilling: false, seesLog: false, deletes: false };
const SIGHTS: Record<HouseRole, Sight> = {
  OWNER: {
    ...INSIDE,
    ...{ held: 14, manages: true, changes: true, seesBilling: true, seesLog: true, deletes: true },
    invites: ["Owner", "Admin", "Member", "Viewer", "Guest"],
  },
  ADMIN: {
    ...{ ...NOTHING, ...INSIDE, held: 10, manages: true, changes: true, seesLog: true },
    invites: ["Member", "Viewer", "Guest"],
  },
  MEMBER: { ...NOTHING, ...INSIDE, held: 4, invites: ["Viewer", "Guest"] },
  VIEWER: { ...NOTHING, ...INSIDE, held: 3 },
  GUEST: { ...NOTHING, seesMembers: false, seesSettings: false, held: 1 },
};

const ROLES = ["OWNER", "ADMIN", "MEMBER", "VIEWER", "GUEST"] as const;
let house: House;
let stranger: Person;
const people = new Map<HouseRole, Person>();

test.beforeAll(async () => {
  test.setTimeout(240_000);
  for (const role of ROLES) people.set(role, await newMember(role.toLowerCase(), `The ${role.toLowerCase()}`));
  stranger = await newMember("stranger");
  house = await openHouse(of("OWNER"));
  for (const role of ROLES.slice(1)) await moveIn(house, of(role), role);
});

test.beforeEach(async ({ page }) => {
  test.setTimeout(180_000);
  await page.emulateMedia({ reducedMotion: "reduce" });
});

function of(role: HouseRole): Person {
  const person = people.get(role);
  if (!person) throw new Error(`Nobody is ${role}.`);
  return person;
}

/** A page that is closed says why, whom to ask, and offers to; one that is open shows `shown`. */
async function expectPage(page: Page, path: string, isOpen: boolean, shown: ReturnType<Page["locator"]>) {
  await page.goto(`${house.path}${path}`);
  const refusal = page.getByText(/^Your role, \w+, may not .*\. Ask .+\.$/).and(page.locator("main p"));
  if (isOpen) await expect(shown.first()).toBeVisible();
  else {
    await expect(refusal).toBeVisible();
    await expect(page.getByRole("main").getByRole("button", { name: "Ask for it" })).toBeVisible();
    await expect(shown).toHaveCount(0);
  }
  await expectAccessible(page);
}

async function expectAble(page: Page, name: string, isAble: boolean) {
  const button = page.getByRole("button", { name, exact: true }).first();
  if (isAble) await expect(button).toBeEnabled();
  else await expect(button).toBeDisabled();
}

for (const role of ROLES) {
  test(`what the ${role} sees and may do`, async ({ page }) => {
    const sight = SIGHTS[role];
    await signIn(page, of(role));
    await page.goto(house.path);
    await expect(page.getByRole("heading", { level: 1, name: house.name })).toBeVisible();
    await expect(page.getByText(`${sight.held} / 14`)).toBeVisible();
    if (sight.changes) await expect(page.getByRole("link", { name: "Open settings" })).toBeVisible();
    else await expectAble(page, "Open settings", false);

    const guestRow = page.getByRole("row").filter({ hasText: of("GUEST").email });
    await expectPage(page, "/members", sight.seesMembers, guestRow);
    if (sight.seesMembers) {
      await expect(page.getByRole("row")).toHaveCount(ROLES.length + 1);
      await expect(guestRow.getByRole("checkbox")).toHaveCount(sight.manages ? 1 : 0);
      await guestRow.getByRole("button", { name: "Acts on" }).click();
      for (const act of ["Change role", "Set end date", "Deactivate", "Remove"]) {
        const item = page.getByRole("menuitem", { name: new RegExp(`^${act}`) });
        if (sight.manages) await expect(item).toBeEnabled();
        else await expect(item).toBeDisabled();
      }
      await expect(page.getByRole("menuitem", { name: "Ask for it" })).toHaveCount(sight.manages ? 0 : 1);
      await page.keyboard.press("Escape");
      await expectAble(page, "Invite people", sight.invites !== null);
    }

    const invitations = page.getByRole("navigation", { name: "Invitations by state" });
    await expectPage(page, "/members/invitations", sight.invites !== null, invitations);
    if (sight.invites) {
      await page.getByRole("button", { name: "Invite people" }).first().click();
      await page.getByRole("alertdialog").getByLabel("Role").click();
      await expect(page.getByRole("option")).toHaveText(sight.invites);
    }

    await expectPage(page, "/settings", sight.seesSettings, page.getByRole("textbox", { name: "Name" }));
    if (sight.seesSettings) {
      await expectAble(page, "Save changes", sight.changes);
      await page.goto(`${house.path}/settings/regional`);
      await expectAble(page, "Save changes", sight.changes);
      await page.goto(`${house.path}/settings/branding`);
      await expectAble(page, "Save changes", sight.changes);
      await page.goto(`${house.path}/settings/ownership`);
      await expectAble(page, "Delete workspace", sight.deletes);
    }
    await expectPage(page, "/settings/billing", sight.seesBilling, page.getByRole("heading", { name: "Plan" }));
    await expectPage(page, "/log", sight.seesLog, page.getByRole("list", { name: "Access log" }));
  });
}

test("to a stranger there is nothing, whatever page of it they try", async ({ page }) => {
  await signIn(page, stranger);
  for (const path of ["", "/members", "/members/invitations", "/settings", "/settings/billing", "/log"]) {
    await page.goto(`${house.path}${path}`);
    await expect(page.getByRole("heading", { level: 1, name: "There is nothing here" })).toBeVisible();
    await expect(page.getByText(house.name)).toHaveCount(0);
  }
});
