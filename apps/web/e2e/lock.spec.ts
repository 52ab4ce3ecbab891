import { expect, test } from "./app-test.ts";
import { newMember, signIn } from "./person.ts";
import { readMail } from "./read-mail.ts";

test("five wrong passwords lock sign-in, from elsewhere too; the mailed link opens it again, once", async ({
  page,
}) => {
  const person = await newMember("lock");
  const password = page.getByLabel("Password", { exact: true });
  const enter = async (given: string) => {
    await page.getByLabel("Email or username").fill(person.email);
    await password.fill(given);
    await page.getByRole("button", { name: "Sign in" }).click();
  };
  await page.goto("/sign-in");
  for (let tries = 0; tries < 5; tries++) {
    await enter(`Wrong-River-4${tries}-Lantern`);
    await expect(password).toHaveValue("");
    await expect(page.getByText("Email, username or password is wrong.")).toBeVisible();
  }
  await enter(person.password);
  await expect(password).toHaveValue("");
  await expect(page).toHaveURL(/sign-in/);

  const link = await readMail(person.email, "unlock");
  await page.goto(link);
  await page.getByRole("button", { name: "Unlock" }).click();
  await page.getByRole("link", { name: "Sign in" }).waitFor();
  await signIn(page, person);
  // Away first: a page that learns it is signed out goes to the sign-in by itself, across the way to the link.
  await page.goto("about:blank");
  await page.context().clearCookies();
  await page.goto(link);
  await page.getByRole("button", { name: "Unlock" }).click();
  await expect(page.getByRole("button", { name: "Unlock" })).toHaveCount(0);
});
