import { existsSync } from "node:fs";
import type { Page } from "@playwright/test";
import { readRoutes } from "@pronaflow/testing/browser";
import { expect, test } from "./console-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { mailedLink } from "./mailed-link.ts";
import { newOwner } from "./owner.ts";
import { rob } from "./thief.ts";
import { call } from "./web-api.ts";

const LOOKS = [360, 1280].flatMap((width) => (["light", "dark"] as const).map((scheme) => ({ width, scheme })));

// Each page by its route, and the addresses at which it is judged: filled, with nothing to show, and failing.
const SIGNED_OUT: Record<string, readonly string[]> = {
  "/sign-in": ["/sign-in"],
  "/setup": ["/setup", "/setup#token=abc"],
  "no page": ["/no-such-page"],
};
const LISTS: Record<string, readonly string[]> = {
  "/workspaces": [
    "/workspaces",
    "/workspaces?q=no-such-workspace",
    "/workspaces?filter=held",
    "/workspaces?cursor=bm90LWEtY3Vyc29y",
  ],
  "/accounts": ["/accounts", "/accounts?q=nobody-like-this", "/accounts?cursor=bm90LWEtY3Vyc29y"],
  "/incidents": ["/incidents", "/incidents?state=resolved&severity=low", "/incidents?cursor=bm90LWEtY3Vyc29y"],
  "/admins": ["/admins", "/admins?q=nobody-like-this", "/admins?cursor=bm9uc2Vuc2U"],
  "/security": ["/security"],
};
/** Below them, by what a test has made; and pages that other specs judge, null where one only leads elsewhere. */
const ELSEWHERE: Record<string, string | null> = {
  "/": null,
  "/two-step": "first-admin.spec.ts",
  "/workspaces/[id]": "accessible.spec.ts",
  "/accounts/[id]": "accessible.spec.ts",
  "/incidents/[id]": "accessible.spec.ts",
};

let activeId = "";
let deletedId = "";
let heldId = "";

test.beforeAll(async () => {
  test.setTimeout(120_000);
  const owner = await newOwner("axe");
  activeId = (await owner.create("Axe Active")).id;
  const [deleted, held] = [await owner.create("Axe Deleted"), await owner.create("Axe Held")];
  for (const workspace of [deleted, held]) await owner.remove(workspace);
  [deletedId, heldId] = [deleted.id, held.id];
  // An incident: the owner says that a change of their password was not theirs.
  await rob(owner);
  const link = await mailedLink(owner.email, "not-me", /password was changed/);
  await call("POST", "/auth/not-me", { token: link.slice(link.indexOf("=") + 1) });
});

test("no page of the console is left out", () => {
  const known = [SIGNED_OUT, LISTS, ELSEWHERE].flatMap((pages) => Object.keys(pages));
  expect(known.filter((route) => route !== "no page").sort()).toEqual(
    readRoutes(new URL("../src/app", import.meta.url)),
  );
  for (const spec of Object.values(ELSEWHERE))
    expect(spec === null || existsSync(new URL(spec, import.meta.url)), `${spec}`).toBe(true);
});

async function judge(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
  await expect(page.locator(".animate-pulse")).toHaveCount(0);
  await expectAccessible(page);
}

test("a workspace is put on hold, so that one is there to be judged", async ({ page }) => {
  await page.goto(`/workspaces/${heldId}`);
  await page.getByRole("button", { name: "Hold", exact: true }).click();
  await page.getByLabel("Reason").fill("Kept for the judges of pages");
  await page.getByRole("button", { name: "Put on hold" }).click();
  await expect(page.getByText("Axe Held is on hold")).toBeVisible();
});

for (const { width, scheme } of LOOKS) {
  test.describe(`at ${width} px, ${scheme}`, () => {
    test.use({ viewport: { width, height: 800 }, colorScheme: scheme, reducedMotion: "reduce" } as object);

    for (const [route, addresses] of Object.entries(LISTS)) {
      test(`${route} is accessible`, async ({ page }) => {
        for (const address of addresses) await judge(page, address);
      });
    }

    test("a workspace's page is accessible, live, held and not there", async ({ page }) => {
      for (const id of [activeId, heldId, "nonsense"]) await judge(page, `/workspaces/${id}`);
    });

    test("a deleted workspace's page and what it asks before an act are accessible", async ({ page }) => {
      await judge(page, `/workspaces/${deletedId}`);
      await page.goto(`/workspaces/${deletedId}`);
      for (const act of ["Restore", "Hold"]) {
        await page.getByRole("button", { name: act, exact: true }).click();
        await expect(page.getByRole("dialog")).toBeVisible();
        await expectAccessible(page);
        await page.keyboard.press("Escape");
        await expect(page.getByRole("dialog")).toBeHidden();
      }
    });

    test("an account's page is accessible, and so is what it asks before an act", async ({ page }) => {
      await page.goto("/accounts?q=axe.");
      await page.getByRole("link", { name: "Olive Owner" }).first().click();
      await expect(page.getByRole("heading", { name: "Olive Owner", level: 1 })).toBeVisible();
      await judge(page, new URL(page.url()).pathname);
      await page.getByRole("button", { name: "Suspend" }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
      await expectAccessible(page);
      await judge(page, "/accounts/nonsense");
    });

    test("an incident and what it asks before an act are accessible", async ({ page }) => {
      await page.goto("/incidents");
      await page
        .getByRole("link", { name: /wasn’t them/ })
        .first()
        .click();
      await expect(page.getByRole("heading", { name: /wasn’t them/, level: 1 })).toBeVisible();
      await judge(page, new URL(page.url()).pathname);
      await page.getByRole("button", { name: "Resolve" }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
      await expectAccessible(page);
      await judge(page, "/incidents/nonsense");
    });

    test("the pages of someone not signed in are accessible", async ({ page }) => {
      await page.context().clearCookies();
      for (const address of Object.values(SIGNED_OUT).flat()) await judge(page, address);
    });
  });
}
