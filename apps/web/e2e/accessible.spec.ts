import { existsSync } from "node:fs";
import type { Page } from "@playwright/test";
import { readRoutes } from "@pronaflow/testing/browser";
import { expect, test } from "./app-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import type { Person } from "./person.ts";
import { newMember, newPerson, signIn } from "./person.ts";
import { programOf } from "./program.ts";
import { readMail } from "./read-mail.ts";
import { refuseCalls } from "./refuse-calls.ts";
import { ELSEWHERE, IN_WORKSPACE, SIGNED_IN, SIGNED_OUT } from "./walked-pages.ts";

const LOOKS = [360, 1280].flatMap((width) => (["light", "dark"] as const).map((scheme) => ({ width, scheme })));

let person: Person;
let newcomer: Person;
let home: string;
let invitation: string;

/** Someone to whom everything has happened once, so that every page has something to show; and someone new. */
test.beforeAll(async () => {
  test.setTimeout(180_000);
  const other = await newMember("axe", "Otto Giver");
  [person, newcomer] = [await newMember("axe", "Ada Keeper"), await newMember("axe", "Nia Newcomer")];
  const [mine, theirs] = [await programOf(person), await programOf(other)];
  const workspace = await mine.create(`Axe ${person.username.slice(-9)}`);
  home = `/w/${workspace.slug}`;
  await mine.bringIn(workspace, other, "MEMBER");
  const invited = newPerson("axe");
  await mine.invite(workspace, invited.email, "VIEWER");
  invitation = await readMail(invited.email, "invitation");
  await mine.remove(await mine.create(`Axe gone ${person.username.slice(-9)}`));
  const offered = await theirs.create(`Axe offer ${person.username.slice(-9)}`);
  await theirs.offer(offered, await theirs.bringIn(offered, person, "ADMIN"));
});

test("no page of the app is left out", () => {
  const judged = [SIGNED_OUT, SIGNED_IN, IN_WORKSPACE].flatMap((walk) =>
    Object.values(walk).flatMap((part) => Object.keys(part)),
  );
  const known = [...judged, ...Object.keys(ELSEWHERE)].filter((route) => route !== "no page");
  expect(known.sort()).toEqual(readRoutes(new URL("../src/app", import.meta.url)));
  for (const spec of Object.values(ELSEWHERE))
    expect(spec === null || existsSync(new URL(spec, import.meta.url)), `${spec}`).toBe(true);
});

async function judge(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await settle(page);
  await expectAccessible(page);
}

/** What is still on its way has arrived. */
async function settle(page: Page): Promise<void> {
  await expect(page.locator(".animate-pulse")).toHaveCount(0);
}

for (const { width, scheme } of LOOKS) {
  test.describe(`at ${width} px, ${scheme}`, () => {
    test.use({ viewport: { width, height: 800 }, colorScheme: scheme, reducedMotion: "reduce" } as object);

    for (const [part, routes] of Object.entries(SIGNED_OUT)) {
      test(`the pages of someone not signed in are accessible: ${part}`, async ({ page }) => {
        for (const address of Object.values(routes).flat()) await judge(page, address);
      });
    }

    test("an invitation is accessible to everyone who may open it", async ({ page }) => {
      await judge(page, invitation);
      await page.getByRole("button", { name: "Create your account" }).click();
      await expect(page.getByLabel("Username")).toBeVisible();
      await expectAccessible(page);
      await signIn(page, newcomer);
      await judge(page, invitation);
    });

    for (const [part, routes] of Object.entries(SIGNED_IN)) {
      test(`the pages of someone signed in are accessible: ${part}`, async ({ page }) => {
        await signIn(page, person);
        for (const address of Object.values(routes).flat()) await judge(page, address);
      });
    }

    for (const [part, routes] of Object.entries(IN_WORKSPACE)) {
      test(`the pages of a workspace are accessible: ${part}`, async ({ page }) => {
        await signIn(page, person);
        for (const below of Object.values(routes).flat()) await judge(page, home + below);
      });
    }

    test("the dialog that deletes a workspace is accessible", async ({ page }) => {
      await signIn(page, person);
      await page.goto(`${home}/settings/ownership`);
      await page.getByRole("button", { name: "Delete workspace" }).click();
      await expect(page.getByRole("alertdialog")).toBeVisible();
      await expectAccessible(page);
    });
  });
}

for (const [width, scheme] of [
  [360, "dark"],
  [1280, "light"],
] as const) {
  test.describe(`at ${width} px, ${scheme}`, () => {
    test.use({ viewport: { width, height: 800 }, colorScheme: scheme, reducedMotion: "reduce" } as object);

    test("the reference of the API is accessible, long as it is", async ({ page }) => {
      test.slow();
      await judge(page, "/docs/api");
    });

    test("pages with nothing to show yet are accessible", async ({ page }) => {
      await signIn(page, newcomer);
      for (const address of ["/transfers", "/workspaces/deleted", "/account/tokens", "/account/data"])
        await judge(page, address);
    });

    test("pages that cannot load what they show are accessible", async ({ page }) => {
      await signIn(page, person);
      for (const [address, procedure] of [
        ["/workspaces/deleted", "workspaces.deleted.list"],
        [`${home}/settings/ownership`, "workspaces.ownership.get"],
        [`${home}/members/invitations`, "workspaces.invitations.list"],
      ] as const) {
        await refuseCalls(page, procedure);
        await page.goto(address);
        await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
        await expectAccessible(page);
      }
    });
  });
}
