import type { Page } from "@playwright/test";
import type { Authenticator } from "@pronaflow/testing/browser";
import { nextCode } from "@pronaflow/testing/browser";
import { expect, test } from "./app-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import type { Person } from "./person.ts";
import { newMember, signIn } from "./person.ts";

/** One red pixel, PNG. */
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const LOOKS = [360, 1280].flatMap((width) => (["light", "dark"] as const).map((scheme) => ({ width, scheme })));
const PAGES = ["", "/regional", "/branding", "/billing", "/security"];

async function ownWorkspace(page: Page, name: string): Promise<{ person: Person; home: string }> {
  const person = await newMember(name);
  await signIn(page, person);
  await page.goto("/workspaces/new");
  await page.getByRole("textbox", { name: "Name" }).fill(`Works ${person.username}`);
  await page.getByRole("button", { name: "Create workspace" }).click();
  await page.waitForURL("**/w/**");
  return { person, home: new URL(page.url()).pathname };
}

const save = (page: Page, index = 0) => page.getByRole("button", { name: "Save changes" }).nth(index).click();
const saved = (page: Page) => expect(page.getByText("Settings saved").first()).toBeVisible();

test("a workspace keeps its night shift, and a day too short is refused beside its field", async ({ page }) => {
  const { home } = await ownWorkspace(page, "hours");
  await page.goto(`${home}/settings`);
  await page.getByRole("link", { name: "Regional" }).click();
  await page.waitForURL(`**${home}/settings/regional`);
  await page.getByLabel("Starts at").fill("22:00");
  await page.getByLabel("Ends at").fill("02:00");
  await save(page, 1);
  await expect(page.getByText("This doesn't fit between the start and the end of the day.")).toBeVisible();
  await page.getByLabel("Ends at").fill("06:00");
  await page.getByLabel("Saturday").check();
  await save(page, 1);
  await saved(page);
  await page.reload();
  await expect(page.getByLabel("Ends at")).toHaveValue("06:00");
  await expect(page.getByLabel("Saturday")).toBeChecked();
});

test("a logo and a colour mark the workspace in the switcher, and a file that is no picture is refused", async ({
  page,
}) => {
  const { home } = await ownWorkspace(page, "brand");
  await page.goto(`${home}/settings/branding`);
  const logo = page.getByRole("button", { name: "Switch workspace" }).locator("img");
  const chosen = page.locator("input[type=file]");
  await chosen.setInputFiles({ name: "fake.png", mimeType: "image/png", buffer: Buffer.from("<svg/>") });
  await expect(page.getByText("This picture can't be used", { exact: false })).toBeVisible();
  await chosen.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: PIXEL });
  await expect(page.getByText("Picture saved")).toBeVisible();
  await expect(logo).toHaveAttribute("src", /^\/api\/pictures\/workspaces\/.+\/64$/);
  await page.getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("Picture removed")).toBeVisible();
  await expect(logo).toHaveCount(0);
  await page.getByLabel("Colour", { exact: true }).fill("#b91c1c");
  await save(page);
  await saved(page);
  const mark = page.getByRole("button", { name: "Switch workspace" }).locator("span[style]");
  await expect(mark).toHaveCSS("background-color", "rgb(185, 28, 28)");
});

test("a billing profile is kept, its tax id held to its country's form", async ({ page }) => {
  const { home } = await ownWorkspace(page, "billing");
  await page.goto(`${home}/settings/billing`);
  await expect(page.getByText("1 seat used, as many as you like")).toBeVisible();
  await page.getByLabel("Legal name").fill("Quán Cà Phê");
  await page.getByLabel("Tax id").fill("12");
  await page.getByLabel("Country").click();
  await page.getByRole("option", { name: "Vietnam" }).click();
  await save(page);
  await expect(page.getByText("This isn't the form of a tax id of that country.")).toBeVisible();
  await page.getByLabel("Tax id").fill("0101243150");
  await save(page);
  await saved(page);
  await page.reload();
  await expect(page.getByLabel("Legal name")).toHaveValue("Quán Cà Phê");
});

test("a picture of one's own stands in the account menu until it is taken away", async ({ page }) => {
  await signIn(page, await newMember("avatar"));
  await page.goto("/account");
  await page.locator("input[type=file]").setInputFiles({ name: "me.png", mimeType: "image/png", buffer: PIXEL });
  await expect(page.getByText("Picture saved")).toBeVisible();
  const shown = page.getByRole("button", { name: "Account menu" }).locator("img");
  await expect(shown).toHaveAttribute("src", /^\/api\/pictures\/accounts\//);
  await expect(shown).toHaveJSProperty("naturalWidth", 256);
  await page.getByRole("button", { name: "Remove" }).click();
  await expect(shown).toHaveCount(0);
});

test("an Owner sets up two factors and asks for them; who comes with one sets them up there and goes on", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const { person, home } = await ownWorkspace(page, "policy");
  await page.goto(`${home}/settings/security`);
  await expect(page.getByText("Set up two-step sign-in for yourself first")).toBeVisible();
  await expect(page.getByText("One person alone owns this workspace.", { exact: false })).toBeVisible();
  await page.getByRole("link", { name: "Set it up" }).click();
  await page.getByRole("button", { name: "Turn on" }).first().click();
  const authenticator = await enrol(page, person);
  await page.goto(`${home}/settings/security`);
  await page.getByLabel("Require two-step sign-in").check();
  await save(page);
  await saved(page);
  await page.reload();
  await expect(page.getByLabel("Require two-step sign-in")).toBeChecked();

  await page.goto("/account/security");
  await page.getByRole("button", { name: "Turn off" }).click();
  const off = page.getByRole("alertdialog");
  await off.getByLabel("Your password").fill(person.password);
  await off.getByLabel("6-digit code").fill(await nextCode(authenticator));
  await off.getByRole("button", { name: "Turn off" }).click();
  await expect(page.getByText("Two-step sign-in is off")).toBeVisible();
  await page.context().clearCookies({ name: /session/ });
  await signIn(page, person);
  await page.goto(`${home}/settings/billing`);
  await expect(page.getByRole("heading", { level: 1, name: /asks for a second step/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Set up two-step sign-in" }).click();
  await enrol(page, person);
  await page.waitForURL(`**${home}/settings/billing`);
  await expect(page.getByLabel("Legal name")).toBeVisible();
});

/** Through the dialog that sets two-step sign-in up. */
async function enrol(page: Page, person: Person): Promise<Authenticator> {
  const dialog = page.getByRole("alertdialog");
  await dialog.getByLabel("Your password").fill(person.password);
  await dialog.getByRole("button", { name: "Continue" }).click();
  const secret = ((await dialog.locator("code").textContent()) ?? "").replace(/\s/g, "");
  const authenticator = { secret, lastStep: 0 };
  await dialog.getByLabel("6-digit code").fill(await nextCode(authenticator));
  await dialog.getByLabel("I saved these codes").check();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(dialog).toHaveCount(0);
  return authenticator;
}

for (const { width, scheme } of LOOKS) {
  test.describe(`at ${width} px, ${scheme}`, () => {
    test.use({ viewport: { width, height: 800 }, colorScheme: scheme, reducedMotion: "reduce" } as object);

    test("the settings are accessible", async ({ page }) => {
      const { home } = await ownWorkspace(page, "axe");
      for (const path of PAGES) {
        await page.goto(`${home}/settings${path}`);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expectAccessible(page);
      }
    });
  });
}
