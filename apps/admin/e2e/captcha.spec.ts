import { fromElsewhere, listen, nextCode } from "@pronaflow/testing/browser";
import { expect, test } from "./console-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { firstAdmin } from "./first-admin-account.ts";
import { readAdmin } from "./kept-admin.ts";

// Run against a product of its own, started with CAPTCHA=on, after two-hosts.spec.ts has made its admin.

const SOLVING = /Checking that you're not a robot/;

// What fails here counts for this address alone: other suites of the same product sign in from theirs.
test.use({ extraHTTPHeaders: fromElsewhere() });

test("after three wrong passwords the console asks for a CAPTCHA, which the browser solves, and the right one enters", async ({
  page,
}) => {
  const heard = await listen(page);
  const solvers: string[] = [];
  page.on("response", async (response) => {
    if (response.request().resourceType() !== "script") return;
    if ((await response.text()).includes("PBKDF2")) solvers.push(response.url());
  });
  let isAsked = false;
  const { promise: isJudged, resolve: letGo } = Promise.withResolvers<void>();
  await page.route("**/api/trpc/auth.captcha*", async (route) => {
    isAsked = true;
    await isJudged;
    await route.continue();
  });

  await page.goto("/sign-in");
  const password = page.getByLabel("Password", { exact: true });
  await page.getByLabel("Email or username").fill(firstAdmin.email);
  for (const tries of [1, 2, 3]) {
    await password.fill(`Wrong-River-4${tries}-Lantern`);
    await page.keyboard.press("Enter");
    await expect(password).toHaveValue("");
    await expect(password).toBeFocused();
  }
  expect([isAsked, solvers, await heard()]).toEqual([false, [], expect.not.stringMatching(SOLVING)]);

  await page.keyboard.type(firstAdmin.password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: SOLVING })).toBeVisible();
  for (const width of [360, 1280])
    for (const colorScheme of ["light", "dark"] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await expectAccessible(page);
    }
  letGo();
  await expect(page.getByRole("heading", { name: "Confirm that it’s you" })).toBeVisible();
  expect([isAsked, solvers]).toEqual([true, expect.arrayContaining([expect.any(String)])]);
  expect(await heard()).toMatch(SOLVING);

  await page.getByRole("button", { name: "Use your authenticator app" }).click();
  await page.getByLabel("6-digit code").fill(await nextCode(readAdmin().authenticator));
  await expect(page.getByRole("heading", { name: "Workspaces", level: 1 })).toBeVisible();
});
