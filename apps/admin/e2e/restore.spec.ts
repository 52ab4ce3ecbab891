import { expect, test } from "./console-test.ts";
import { e2eEnv } from "./env.ts";
import { firstAdmin } from "./first-admin-account.ts";
import { newOwner } from "./owner.ts";

test("a deleted workspace is found, restored with a reason, and its owner sees it again", async ({ page, browser }) => {
  const owner = await newOwner("restore");
  const workspace = await owner.create("Harbour Lights");
  await owner.remove(workspace);
  expect(await owner.names()).toEqual([]);

  await page.goto("/workspaces?filter=deleted");
  await page.getByRole("searchbox", { name: "Search workspaces" }).fill("harbour li");
  // The search goes off a moment after the last letter; a link pressed before it would be overtaken.
  await page.waitForURL(/q=harbour/);
  await page.getByRole("link", { name: "Harbour Lights" }).first().click();
  await expect(page.getByRole("heading", { name: "Harbour Lights", level: 1 })).toBeVisible();
  await expect(page.getByText("Its members cannot open it")).toBeVisible();

  await page.getByRole("button", { name: "Restore" }).click();
  const dialog = page.getByRole("dialog", { name: "Restore Harbour Lights?" });
  await dialog.getByLabel("Reason").fill("Oops");
  await dialog.getByRole("button", { name: "Restore workspace" }).click();
  await expect(dialog.getByLabel("Reason")).toHaveAttribute("aria-invalid", "true");
  await expect(dialog.getByLabel("Reason")).toBeFocused();

  await dialog.getByLabel("Reason").fill("Its owner wrote in: deleted by mistake");
  await dialog.getByRole("button", { name: "Restore workspace" }).click();
  await expect(page.getByText("Harbour Lights is active again")).toBeVisible();
  await expect(page.getByRole("main").getByText("Active", { exact: true }).first()).toBeVisible();
  await expect(page.getByText("Its owner wrote in: deleted by mistake")).toBeVisible();
  await expect(page.getByText("Workspace restored")).toBeVisible();

  await page.getByRole("button", { name: "Restore", exact: true }).hover();
  await expect(
    page.getByRole("tooltip").filter({ hasText: "Only a deleted workspace can be restored." }),
  ).toBeVisible();

  expect(await owner.names()).toEqual(["Harbour Lights"]);
  const theirs = await browser.newContext();
  await theirs.request.post(`${e2eEnv.webUrl}/api/v1/auth/login`, {
    data: { identifier: owner.email, password: owner.password },
  });
  const web = await theirs.newPage();
  await web.goto(`${e2eEnv.webUrl}/w/${workspace.slug}`);
  await expect(web.getByRole("heading", { name: "Harbour Lights", level: 1 })).toBeVisible();
  await theirs.close();
});

test("where the server asks for a fresh proof, the password is asked for and the restore goes ahead", async ({
  page,
}) => {
  const owner = await newOwner("stepup");
  const workspace = await owner.create("Quiet Proof");
  await owner.remove(workspace);
  await page.goto(`/workspaces/${workspace.id}`);
  // Only the first call: a proof cannot grow ten minutes old within a test.
  await page.route("**/api/trpc/workspaces.restore**", (route) => route.fulfill(stepUpRequired), { times: 1 });
  await page.getByRole("button", { name: "Restore" }).click();
  await page.getByLabel("Reason").fill("The owner asked for it back");
  await page.getByRole("button", { name: "Restore workspace" }).click();

  const question = page.getByRole("dialog", { name: "Confirm that it’s you" });
  await question.getByLabel("Your password").fill("not-the-password");
  await question.getByRole("button", { name: "Confirm" }).click();
  await expect(question.getByLabel("Your password")).toHaveAttribute("aria-invalid", "true");
  await question.getByLabel("Your password").fill(firstAdmin.password);
  await question.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText("Quiet Proof is active again")).toBeVisible();
  expect(await owner.names()).toEqual(["Quiet Proof"]);
});

const stepUpRequired = {
  status: 403,
  contentType: "application/json",
  body: JSON.stringify([
    {
      error: {
        message: "STEP_UP_REQUIRED",
        code: -32003,
        data: { code: "STEP_UP_REQUIRED", httpStatus: 403, meta: {}, fields: {}, requestId: "e2e" },
      },
    },
  ]),
};
