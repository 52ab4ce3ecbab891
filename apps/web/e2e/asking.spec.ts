import type { Page } from "@playwright/test";
import { expect, test } from "./app-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { changeMember, moveIn, openHouse, visit } from "./house.ts";
import { call, newMember, newPerson, signIn } from "./person.ts";
import { waitForSubject } from "./read-mail.ts";

test("a Member asks for what they may not do, the Owner reads who and gives it", async ({ page, browser }) => {
  test.setTimeout(240_000);
  await page.emulateMedia({ reducedMotion: "reduce" });
  const owner = await newMember("owner", "Olga Stone");
  const member = await newMember("member", "Mai Tran");
  const house = await openHouse(owner);
  await moveIn(house, member, "MEMBER");
  await signIn(page, member);

  // What is blocked names the person who can give it.
  await page.goto(`${house.path}/settings`);
  const save = page.getByRole("button", { name: "Save changes" });
  await expect(save).toHaveAccessibleDescription(/Your role, Member, may not .* Ask Olga Stone\./);
  await expectAccessible(page);

  await page.goto(`${house.path}/log`);
  await expect(page.getByText("Your role, Member, may not see the audit log. Ask Olga Stone.")).toBeVisible();
  await expectAccessible(page);
  const ask = page.getByRole("button", { name: "Ask for it" });
  await ask.click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByText("We mail Olga Stone (Owner).")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Send the request" }).click();
  await expect(page.getByText("Your request is on its way")).toBeVisible();
  await expect(ask).toBeFocused();
  await waitForSubject(owner.email, /^Mai Tran asks for a permission/);

  await ask.click();
  await dialog.getByRole("button", { name: "Send the request" }).click();
  await expect(page.getByText("You asked for this within the last day.")).toBeVisible();

  // The Owner gives it; the page that still stands says so when it is asked once more, and then shows what it held back.
  const theirs = await visit(browser, owner);
  await theirs.goto(`${house.path}/members?q=${member.username}`);
  await theirs.getByRole("row").filter({ hasText: member.email }).getByRole("button", { name: "Acts on" }).click();
  await theirs.getByRole("menuitem", { name: "Change role" }).click();
  const roles = theirs.getByRole("dialog");
  await roles.getByLabel("Role").click();
  await theirs.getByRole("option", { name: "Admin" }).click();
  await roles.getByRole("button", { name: "Change role" }).click();
  await expect(theirs.getByText("Mai Tran was changed")).toBeVisible();
  await theirs.context().close();
  await ask.click();
  await dialog.getByRole("button", { name: "Send the request" }).click();
  await expect(page.getByText("You may do this already.")).toBeVisible();
  await expect(page.getByRole("list", { name: "Access log" })).toBeVisible();

  // A role that went while a page stood open: the refusal names what is missing, and offers to ask.
  await page.goto(`${house.path}/members`);
  await page.getByRole("checkbox", { name: "Choose Olga Stone" }).waitFor();
  await page.goto(`${house.path}/settings`);
  await page.getByRole("textbox", { name: "Name" }).fill("Renamed");
  await changeMember(house, member, { role: "VIEWER" });
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText(/^Your role may not change the workspace’s name .* Ask Olga Stone\.$/)).toBeVisible();
  await expect(
    page.getByRole("button", { name: "Ask for it: change the workspace’s name and address" }).first(),
  ).toBeVisible();
});

test("a Guest, who sees no members, asks by role, and all who can give it hear of it", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const [owner, admin] = [await newMember("owner", "Olga Stone"), await newMember("admin", "Adam Frost")];
  const guest = await newMember("guest", "Gus Hale");
  const house = await openHouse(owner);
  await moveIn(house, admin, "ADMIN");
  await moveIn(house, guest, "GUEST");
  await signIn(page, guest);
  await page.goto(`${house.path}/members`);
  await expect(page.getByText("Your role, Guest, may not see the members. Ask an Owner or an Admin.")).toBeVisible();
  await page.getByRole("main").getByRole("button", { name: "Ask for it" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByText("We mail the people here with the role Owner or Admin.")).toBeVisible();
  await expect(dialog.getByText("Your role does not see the members")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Send the request" }).click();
  await expect(page.getByText("It goes to the people with the role Owner or Admin.")).toBeVisible();
  for (const { email } of [owner, admin]) await waitForSubject(email, /^Gus Hale asks for a permission/);
  expect(await page.content()).not.toMatch(/Olga Stone|Adam Frost/);
});

test("a Member hears whom to ask about an invitation that someone else sent, an Admin why one is beyond them", async ({
  page,
  browser,
}) => {
  const owner = await newMember("owner", "Olga Stone");
  const [admin, member] = [await newMember("admin", "Adam Frost"), await newMember("member", "Mai Tran")];
  const house = await openHouse(owner);
  await moveIn(house, admin, "ADMIN");
  await moveIn(house, member, "MEMBER");
  const [viewer, second] = [newPerson("viewer").email, newPerson("second").email];
  await call(`/workspaces/${house.id}/invitations`, { emails: [viewer], role: "VIEWER" }, house.token);
  await call(`/workspaces/${house.id}/invitations`, { emails: [second], role: "ADMIN" }, house.token);
  const revoke = (on: Page, email: string) => on.getByRole("button", { name: `Revoke the invitation of ${email}` });
  const notGiven = "This invitation gives a role that yours cannot give. An Owner can change it.";

  await signIn(page, member);
  await page.goto(`${house.path}/members/invitations`);
  await expect(revoke(page, viewer)).toHaveAccessibleDescription(
    "Someone else sent this invitation. Your role, Member, may not change roles. Ask Olga Stone.",
  );
  await expect(revoke(page, second)).toHaveAccessibleDescription(notGiven);
  await expect(page.getByRole("button", { name: "Ask for it: change roles" })).toHaveCount(1);
  await expectAccessible(page);
  const theirs = await visit(browser, admin);
  await theirs.goto(`${house.path}/members/invitations`);
  await expect(revoke(theirs, viewer)).toBeEnabled();
  await expect(revoke(theirs, second)).toHaveAccessibleDescription(notGiven);
  await expect(theirs.getByRole("button", { name: "Ask for it: change roles" })).toHaveCount(0);
  await theirs.context().close();
});

test("an act that is refused meanwhile says who can give it, and its notice leads to asking", async ({ page }) => {
  test.setTimeout(240_000);
  await page.emulateMedia({ reducedMotion: "reduce" });
  const owner = await newMember("owner", "Olga Stone");
  const [admin, guest] = [await newMember("admin", "Adam Frost"), await newMember("guest", "Gus Hale")];
  const house = await openHouse(owner);
  await moveIn(house, admin, "ADMIN");
  await moveIn(house, guest, "GUEST");
  await signIn(page, admin);
  await page.goto(`${house.path}/members`);
  await page.getByRole("row").filter({ hasText: guest.email }).getByRole("button", { name: "Acts on" }).click();
  await page.getByRole("menuitem", { name: "Deactivate" }).click();
  await changeMember(house, admin, { role: "MEMBER" });
  await page.getByRole("alertdialog").getByRole("button", { name: "Deactivate" }).click();
  const notice = page.getByRole("listitem").filter({ hasText: "Nothing was changed" });
  await expect(notice).toContainText("Your role may not change roles any more. Ask Olga Stone.");
  await page.getByRole("alertdialog").getByRole("button", { name: "Cancel" }).click();
  await notice.getByRole("button", { name: "Ask for it" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Send the request" }).click();
  await waitForSubject(owner.email, /^Adam Frost asks for a permission/);
});
