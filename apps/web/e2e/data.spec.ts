import { readFileSync } from "node:fs";
import { expect, test } from "./app-test.ts";
import { newMember, signIn } from "./person.ts";
import { waitForSubject } from "./read-mail.ts";

test("one's own data is asked for, made while one waits, and downloaded; a mail says that it is there", async ({
  page,
}) => {
  const person = await newMember("data");
  await signIn(page, person);
  await page.goto("/account/data");
  await expect(page.getByText("No archive has been made yet.")).toBeVisible();
  await page.getByRole("button", { name: "Make an archive" }).click();
  await expect(page.getByText(/^Ready to download/)).toBeVisible({ timeout: 30_000 });
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^pronaflow-\d{4}-\d\d-\d\d\.zip$/);
  expect(
    readFileSync(await file.path())
      .subarray(0, 2)
      .toString(),
  ).toBe("PK");
  await waitForSubject(person.email, /data/i);
});
