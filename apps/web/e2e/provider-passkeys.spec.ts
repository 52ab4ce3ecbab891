import { addVirtualPasskeys } from "@pronaflow/testing/browser";
import { addPasskey } from "./add-passkey.ts";
import { expect, test } from "./app-test.ts";
import { newMember, signIn } from "./person.ts";
import type { Provider } from "./provider.ts";
import { allow, openProvider } from "./provider.ts";
import { turnOn } from "./second-step.ts";

let provider: Provider;

test.beforeAll(async () => {
  provider = await openProvider();
});
test.afterAll(() => provider.close());

test("who came by a provider adds a passkey and leaves the provider; the passkey, now the last way in, is kept", async ({
  page,
}) => {
  await page.goto("/sign-up");
  await page.getByRole("button", { name: "Continue with Example ID" }).click();
  await allow(page, provider.newPerson().sub);
  await expect(page).not.toHaveURL(/sign-in/);
  await addVirtualPasskeys(page);
  await addPasskey(page);
  await page.goto("/account/connections");
  await page.getByRole("button", { name: "Disconnect Example ID" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Disconnect" }).click();
  await expect(page.getByText("Example ID disconnected")).toBeVisible();

  await page.goto("/account/security");
  await page.getByRole("button", { name: /^Remove / }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("This is your only way to sign in")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: /^Remove / })).toBeVisible();
});

test("a sign-in by a provider is finished by a passkey where the second step is on", async ({ page }) => {
  const member = await newMember("provided");
  await signIn(page, member);
  const keeper = await addVirtualPasskeys(page);
  await addPasskey(page);
  await turnOn(page, member);
  await page.goto("/account/connections");
  await page.getByRole("button", { name: "Connect Example ID" }).click();
  await allow(page, provider.newPerson().sub);
  await expect(page.getByRole("button", { name: "Disconnect Example ID" })).toBeVisible();

  await keeper.answer(false);
  await page.context().clearCookies({ name: /pf_session/ });
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Continue with Example ID" }).click();
  await expect(page.getByRole("heading", { name: "Confirm that it’s you" })).toBeVisible();
  await keeper.answer(true);
  await page.getByRole("button", { name: "Continue with a passkey" }).click();
  await expect(page).not.toHaveURL(/sign-in/);
});
