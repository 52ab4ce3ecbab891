import { expect, test } from "./app-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { moveIn, openHouse } from "./house.ts";
import { newMember, newPerson, signIn } from "./person.ts";
import { readMail } from "./read-mail.ts";

test("a CSV file of guests is read whole: good, wrong, twice and known ones each get their answer", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await page.emulateMedia({ reducedMotion: "reduce" });
  const owner = await newMember("owner", "Olga Stone");
  const known = await newMember("known", "Ken Moss");
  const house = await openHouse(owner);
  await moveIn(house, known, "MEMBER");
  const [one, two] = [newPerson("one"), newPerson("two")];
  const csv = [
    "Name,Email",
    `"Reed, Ann",${one.email}`,
    `Bo Lindt,${two.email.toUpperCase()}`,
    "Cy Marsh,cy@nowhere",
    `Ann again,${one.email}`,
    `Ken Moss,${known.email}`,
    "Nobody,",
  ].join("\r\n");

  await signIn(page, owner);
  await page.goto(`${house.path}/members/invitations`);
  await page.getByRole("button", { name: "Invite people" }).first().click();
  const dialog = page.getByRole("alertdialog");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), dialog.getByLabel("Or a CSV file").click()]);
  await chooser.setFiles({ name: "guests.csv", mimeType: "text/csv", buffer: Buffer.from(`\uFEFF${csv}`) });
  await expect(dialog.getByText("4 addresses")).toBeVisible();
  await expect(dialog.getByRole("status")).toContainText("Nobody,");
  await dialog.getByLabel("Role").click();
  await page.getByRole("option", { name: "Guest", exact: true }).click();

  // A day that has passed is told before anything is sent.
  const lastDay = dialog.getByLabel("Last day");
  await lastDay.fill("2020-01-31");
  await expect(dialog.getByRole("alert")).toContainText("This day has passed.");
  await expectAccessible(page);
  await lastDay.fill("2099-12-31");
  await expect(dialog.getByRole("alert")).toHaveCount(0);
  await dialog.getByRole("button", { name: "Invite 4 people" }).click();
  await expect(dialog.getByRole("heading", { name: "2 people invited" })).toBeVisible();
  const rows = dialog.getByRole("listitem");
  await expect(rows).toHaveCount(6);
  const answers = [
    ...[[two.email.toUpperCase(), "Invited"] as const, ["cy@nowhere", "Not an email address"] as const],
    ...[[known.email, "Already a member"] as const, ["Nobody,", "No address in it"] as const],
  ];
  for (const [text, answer] of answers) await expect(rows.filter({ hasText: text })).toContainText(answer);
  await expect(rows.filter({ hasText: one.email })).toHaveText([/Invited$/, /Listed twice$/]);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Done" }).click();
  const sent = page.getByRole("listitem").filter({ hasText: one.email });
  await expect(sent).toContainText("Access ends on December 31, 2099");

  // The one who is invited reads it, too.
  await page.context().clearCookies({ name: /session/ });
  await page.goto(await readMail(one.email, "invitation"));
  await expect(page.getByText("December 31, 2099")).toBeVisible();
});
