import type { Page } from "@playwright/test";
import { ageProof, waitUntilInteractive } from "@pronaflow/testing/browser";
import { expect, test } from "./app-test.ts";
import { e2eEnv } from "./env.ts";
import { expectAccessible } from "./expect-accessible.ts";
import type { Person } from "./person.ts";
import { newMember, signIn } from "./person.ts";
import type { Workspace } from "./program.ts";
import { programOf } from "./program.ts";
import { waitForSubject } from "./read-mail.ts";

/** A workspace of two, each at a browser of their own. */
interface Handover {
  giver: Person;
  taker: Person;
  workspace: Workspace;
  ownership: string;
  offer: () => Promise<void>;
}

async function prepare(): Promise<Handover> {
  const giver = await newMember("giver", "Gia Morning");
  const taker = await newMember("taker", "Tomas Evening");
  const program = await programOf(giver);
  const workspace = await program.create(`Ferry ${giver.username.slice(-9)}`);
  const memberId = await program.bringIn(workspace, taker, "MEMBER");
  const offer = () => program.offer(workspace, memberId);
  return { giver, taker, workspace, ownership: `/w/${workspace.slug}/settings/ownership`, offer };
}

test.beforeEach(async ({ page }) => {
  // Nothing fades in while it is judged.
  await page.emulateMedia({ reducedMotion: "reduce" });
});

const bannerOf = (page: Page, { name }: Workspace) => page.getByText(`You are offered the ownership of ${name}`);

test("ownership is offered after a fresh proof, told of on every page, taken over, and both roles are swapped", async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const { giver, taker, workspace, ownership } = await prepare();
  const { name, slug } = workspace;
  const theirs = await (await browser.newContext({ reducedMotion: "reduce" })).newPage();
  waitUntilInteractive(theirs);
  await signIn(theirs, taker);
  await theirs.goto("/account");
  await expect(theirs.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(bannerOf(theirs, workspace)).toBeHidden();

  await signIn(page, giver);
  await page.goto(ownership);
  await ageProof(e2eEnv.databaseUrl, giver.email);
  await page.getByLabel("Member", { exact: true }).click();
  await page.getByRole("option", { name: "Tomas Evening" }).click();
  await page.getByRole("button", { name: "Offer ownership" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText(`Then they own ${name} and you are an Admin`);
  await expectAccessible(page);
  await dialog.getByRole("textbox").fill(name);
  await dialog.getByRole("button", { name: "Offer ownership" }).click();
  const proof = page.getByRole("dialog", { name: "Confirm that it’s you" });
  await proof.getByLabel("Your password").fill(giver.password);
  await proof.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText("Waiting for Tomas Evening")).toBeVisible();
  await expectAccessible(page);
  await waitForSubject(taker.email, new RegExp(`^Gia Morning offers you ownership of ${name}`));
  await waitForSubject(giver.email, new RegExp(`^Ownership of ${name} was offered to Tomas Evening`));

  for (const [width, colorScheme] of [
    [360, "dark"],
    [1280, "light"],
  ] as const) {
    await theirs.setViewportSize({ width, height: 800 });
    await theirs.emulateMedia({ colorScheme });
    await theirs.goto(`/w/${slug}`);
    await expect(bannerOf(theirs, workspace)).toBeVisible();
    await expectAccessible(theirs);
  }
  await theirs.getByRole("link", { name: "See the offer" }).click();
  await theirs.waitForURL("**/transfers");
  await expect(theirs.getByRole("heading", { name: `You were offered ${name}` })).toBeVisible();
  await expect(bannerOf(theirs, workspace)).toBeHidden();
  await expectAccessible(theirs);
  await theirs.getByRole("button", { name: "Accept ownership" }).click();
  await theirs.waitForURL(`**${ownership}`);
  await expect(theirs.getByText(`You now own ${name}`)).toBeVisible();
  await expect(theirs.getByRole("button", { name: "Delete workspace" })).not.toHaveAttribute("aria-disabled", "true");
  await expect(bannerOf(theirs, workspace)).toBeHidden();
  for (const { email } of [giver, taker]) await waitForSubject(email, new RegExp(`^Tomas Evening now owns ${name}`));

  await page.reload();
  await expect(page.getByRole("listitem").filter({ hasText: /Tomas Evening.*Member since/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Delete workspace" })).toHaveAttribute("aria-disabled", "true");
  await expect(page.getByRole("button", { name: "Offer ownership", exact: true })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
  await page.goto(`/w/${slug}/members`);
  await expect(page.getByRole("row").filter({ hasText: giver.email })).toContainText("Admin");
  await expect(page.getByRole("row").filter({ hasText: taker.email })).toContainText("Owner");
  await expectLogged(page, workspace, ["Ownership offered", "Ownership taken over"]);
  await theirs.context().close();
});

test("an offer that is declined, and one that is taken back, change nothing, and the other end is told", async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const { giver, taker, workspace, ownership, offer } = await prepare();
  const { name } = workspace;
  await offer();
  const theirs = await (await browser.newContext()).newPage();
  waitUntilInteractive(theirs);
  await signIn(theirs, taker);
  await theirs.goto("/account");
  await theirs.getByRole("link", { name: "See the offer" }).click();
  await theirs.getByRole("button", { name: "Decline" }).click();
  await expect(theirs.getByText("Nobody offers you a workspace")).toBeVisible();
  await theirs.goto("/account");
  await expect(bannerOf(theirs, workspace)).toBeHidden();
  await waitForSubject(giver.email, new RegExp(`^Tomas Evening declined ownership of ${name}`));

  await offer();
  await theirs.goto("/transfers");
  const accept = theirs.getByRole("button", { name: "Accept ownership" });
  await expect(accept).toBeVisible();
  await signIn(page, giver);
  await page.goto(ownership);
  await page.getByRole("button", { name: "Take the offer back" }).click();
  await expect(page.getByRole("button", { name: "Offer ownership" })).toBeVisible();
  await waitForSubject(taker.email, new RegExp(`^The offer of ${name} was taken back`));
  // Their page does not know yet: the server does.
  await accept.click();
  await expect(theirs.getByText("Ownership was not accepted")).toBeVisible();
  await expect(theirs.getByText("Nobody offers you a workspace")).toBeVisible();
  await theirs.goto("/account");
  await expect(bannerOf(theirs, workspace)).toBeHidden();
  await expectLogged(page, workspace, ["Ownership declined", "Offer of ownership taken back"]);
  await theirs.context().close();
});

async function expectLogged(page: Page, { slug }: Workspace, acts: readonly string[]): Promise<void> {
  await page.goto(`/w/${slug}/log?kind=ownership`);
  const rows = page.getByRole("list", { name: "Access log" }).getByRole("listitem");
  for (const act of acts) await expect(rows.filter({ hasText: act }).first()).toBeVisible();
}
