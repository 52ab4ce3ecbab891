import type { Page } from "@playwright/test";
import { addVirtualPasskeys, nextCode } from "@pronaflow/testing/browser";
import { addPasskey } from "./add-passkey.ts";
import { expect, test } from "./app-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { visit } from "./house.ts";
import type { Person } from "./person.ts";
import { newMember, signIn } from "./person.ts";
import { programOf } from "./program.ts";
import { waitForSubject } from "./read-mail.ts";
import { joinAs, ownWorkspace } from "./team.ts";

/** Through the dialog that sets two-step sign-in up. */
async function enrol(page: Page, person: Person): Promise<void> {
  const dialog = page.getByRole("alertdialog");
  await dialog.getByLabel("Your password").fill(person.password);
  await dialog.getByRole("button", { name: "Continue" }).click();
  const secret = ((await dialog.locator("code").textContent()) ?? "").replace(/\s/g, "");
  await dialog.getByLabel("6-digit code").fill(await nextCode({ secret, lastStep: 0 }));
  await dialog.getByLabel("I saved these codes").check();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(dialog).toHaveCount(0);
}

async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("Settings saved").last()).toBeVisible();
}

const today = () => new Date().toISOString().slice(0, 10);

test("an Owner asks for two-step sign-in: a member is told in time, then led to set it up and on to where they were going", async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  await page.emulateMedia({ reducedMotion: "reduce" });
  const { owner, home } = await ownWorkspace(page, "policy");
  const person = await newMember("late");
  const theirs = await joinAs({ page, browser, home }, "Member", person);
  await page.goto(`${home}/settings/security`);
  await expect(page.getByText("0 of 2 members have it.", { exact: false })).toBeVisible();
  await page.getByRole("link", { name: "Require it" }).click();
  await expect(page).toHaveURL(/#policy$/);
  await expect(page.getByLabel("Require two-step sign-in")).toBeDisabled();
  await page.getByRole("button", { name: "Set up two-step sign-in" }).click();
  await enrol(page, owner);
  await page.getByLabel("Require two-step sign-in").check();
  // A week to set it up, unless another day is chosen.
  await expect(page.getByLabel("From", { exact: true })).not.toHaveValue(today());
  await page.getByLabel("From", { exact: true }).fill("");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("Choose the day from which it is asked for.")).toBeVisible();
  const nextWeek = new Date(Date.now() + 7 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  await page.getByLabel("From", { exact: true }).fill(nextWeek);
  await save(page);
  await page.reload();
  await expect(page.getByLabel("From", { exact: true })).toHaveValue(nextWeek);
  await expect(page.getByText("It is asked for from", { exact: false })).toBeVisible();
  await expect(page.getByRole("link", { name: "Require it" })).toHaveCount(0);
  await expectAccessible(page);

  await theirs.goto(home);
  await expect(theirs.getByText(/^From .* asks for two-step sign-in$/)).toBeVisible();
  await expectAccessible(theirs);
  // The worker looks once a minute.
  await expect(() => waitForSubject(person.email, /will need two-step sign-in/)).toPass({ timeout: 120_000 });

  await page.getByLabel("From", { exact: true }).fill(today());
  await save(page);
  await theirs.goto(`${home}/members?role=OWNER`);
  await expect(theirs.getByRole("heading", { level: 1, name: /asks for a second step/ })).toBeVisible();
  await expectAccessible(theirs);
  await theirs.getByRole("button", { name: "Set up two-step sign-in" }).click();
  await enrol(theirs, person);
  await theirs.waitForURL(`**${home}/members?role=OWNER`);
  await expect(theirs.getByRole("row").filter({ hasText: owner.email })).toBeVisible();
  await theirs.goto(home);
  await expect(theirs.getByText(/asks for two-step sign-in$/)).toHaveCount(0);
  await theirs.context().close();
  await page.reload();
  await expect(page.getByText("2 of 2 members have it.", { exact: false })).toBeVisible();
});

test("whom the date will keep out is told on every page: a Guest sets a second step up, one with a passkey confirms it", async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  await page.emulateMedia({ reducedMotion: "reduce" });
  const [owner, guest, keyed] = [await newMember("asks"), await newMember("visits"), await newMember("keyed")];
  const program = await programOf(owner);
  const workspace = await program.create(`Vault ${owner.username.slice(-9)}`);
  await program.bringIn(workspace, guest, "GUEST");
  await program.bringIn(workspace, keyed, "MEMBER");
  await program.requireMfa(workspace, new Date(Date.now() + 7 * 24 * 60 * 60 * 1000));
  const home = `/w/${workspace.slug}`;
  const told = (on: Page) => on.getByText(`${workspace.name} asks for two-step sign-in`, { exact: false });

  await signIn(page, guest);
  for (const path of ["", "/members", "/settings"]) {
    await page.goto(`${home}${path}`);
    await expect(told(page)).toBeVisible();
  }
  await expectAccessible(page);
  await page.getByRole("button", { name: "Set up two-step sign-in" }).click();
  await enrol(page, guest);
  await expect(told(page)).toHaveCount(0);

  const theirs = await visit(browser, keyed);
  await addVirtualPasskeys(theirs);
  await addPasskey(theirs);
  await theirs.goto(`${home}/members`);
  await expect(told(theirs)).toBeVisible();
  const confirm = theirs.getByRole("button", { name: "Confirm your second step" });
  await expect(confirm).toBeVisible();
  await expectAccessible(theirs);
  await program.requireMfa(workspace, new Date());
  await theirs.reload();
  await expect(theirs.getByRole("heading", { level: 1, name: /asks for a second step/ })).toBeVisible();
  await confirm.click();
  await expect(theirs.getByRole("dialog").getByLabel("Your password")).toHaveCount(0);
  await theirs.getByRole("dialog").getByRole("button", { name: "Continue with a passkey" }).click();
  await theirs.waitForURL(`**${home}/members`);
  await expect(theirs.getByRole("row").filter({ hasText: keyed.email })).toBeVisible();
  await expect(told(theirs)).toHaveCount(0);
  await theirs.context().close();
});

test("an address of another domain is not invited and hears why; what the posture finds, its button mends", async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  const { home } = await ownWorkspace(page, "domains");
  const person = await newMember("second");
  await (await joinAs({ page, browser, home }, "Admin", person)).context().close();
  await page.goto(`${home}/settings/security`);
  await page.getByLabel("Invite only addresses of").fill("not a domain");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await page.getByLabel("Invite only addresses of").fill("Harbour.example");
  await save(page);
  await page.goto(`${home}/members/invitations`);
  await page.getByRole("button", { name: "Invite people" }).first().click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByLabel("Email addresses").fill("stranger@elsewhere.example\nfriend@harbour.example");
  await dialog.getByRole("button", { name: /^Invite \d/ }).click();
  await expect(dialog.getByRole("heading", { name: "1 person invited" })).toBeVisible();
  await expect(dialog.getByText("stranger@elsewhere.example").locator("..")).toContainText(/domain/i);
  await dialog.getByRole("button", { name: "Done" }).click();

  await page.goto(`${home}/settings/security`);
  await expect(page.getByText("One person alone owns this workspace.", { exact: false })).toBeVisible();
  await page.getByRole("link", { name: "Make a co-owner" }).click();
  await page.waitForURL(`**${home}/members`);
  await page.getByRole("row").filter({ hasText: person.email }).getByRole("button", { name: "Acts on" }).click();
  await page.getByRole("menuitem", { name: "Change role" }).click();
  await page.getByRole("dialog").or(page.getByRole("alertdialog")).getByLabel("Role").click();
  await page.getByRole("option", { name: "Owner" }).click();
  await page.getByRole("dialog").or(page.getByRole("alertdialog")).getByRole("button", { name: "Change role" }).click();
  await expect(
    page.getByRole("row").filter({ hasText: person.email }).getByText("Owner", { exact: true }),
  ).toBeVisible();
  await page.goto(`${home}/settings/security`);
  await expect(page.getByText("2 Owners.", { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Make a co-owner" })).toHaveCount(0);
});
