import { crc32, deflateSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { expect, test } from "./app-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { newMember, signIn } from "./person.ts";
import { joinAs, ownWorkspace } from "./team.ts";

/** One red pixel, PNG. */
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const LOOKS = [360, 1280].flatMap((width) => (["light", "dark"] as const).map((scheme) => ({ width, scheme })));
const PAGES = ["", "/regional", "/branding", "/billing", "/security"];

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

/** A PNG that promises so many pixels. */
function pngOf(width: number, height: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const parts = [chunk("IHDR", header), chunk("IDAT", deflateSync(Buffer.alloc(64))), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([PIXEL.subarray(0, 8), ...parts]);
}

const REFUSED: [file: string, mimeType: string, buffer: Buffer, sentence: string][] = [
  ["big.png", "image/png", Buffer.alloc(2 * 1024 * 1024 + 1), "This file is larger than 2 MB."],
  ["logo.svg", "image/svg+xml", Buffer.from("<svg/>"), "SVG files can hold programs"],
  ["logo.gif", "image/gif", Buffer.from("GIF89a"), "Only PNG, JPEG and WebP are taken."],
  ["fake.png", "image/png", Buffer.from("<svg/>"), "This is no whole, still PNG, JPEG or WebP"],
  ["cut.png", "image/png", PIXEL.subarray(0, 50), "This is no whole, still PNG, JPEG or WebP"],
  ["bomb.png", "image/png", pngOf(65_535, 65_535), "This picture has more than 25 megapixels."],
  ["broken.png", "image/png", pngOf(400, 400), "This picture is damaged and cannot be read."],
];

test("a file that is no picture is refused, each with its own sentence, and a picture takes the sentence away", async ({
  page,
}) => {
  const { home } = await ownWorkspace(page, "refused");
  await page.goto(`${home}/settings/branding`);
  const chosen = page.locator("input[type=file]");
  const alert = page.getByRole("main").getByRole("alert");
  for (const [name, mimeType, buffer, sentence] of REFUSED) {
    await chosen.setInputFiles({ name, mimeType, buffer });
    await expect(alert, name).toContainText(sentence);
  }
  await expectAccessible(page);
  await chosen.setInputFiles({ name: "called-jpeg.jpg", mimeType: "image/jpeg", buffer: PIXEL });
  await expect(page.getByText("Picture saved")).toBeVisible();
  await expect(alert).toHaveCount(0);
});

test("a logo and a colour mark the workspace in the switcher", async ({ page }) => {
  const { home } = await ownWorkspace(page, "brand");
  await page.goto(`${home}/settings/branding`);
  const logo = page.getByRole("button", { name: "Switch workspace" }).locator("img");
  await page.locator("input[type=file]").setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: PIXEL });
  await expect(page.getByText("Picture saved")).toBeVisible();
  await expect(logo).toHaveAttribute("src", /^\/api\/pictures\/workspaces\/.+\/64$/);
  await page.getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("Picture removed")).toBeVisible();
  await expect(logo).toHaveCount(0);
  await page.getByLabel("Colour", { exact: true }).fill("#ffff00");
  await expect(page.getByText(/^Contrast (4\.[5-9]|5)/)).toBeVisible();
  await page.getByLabel("Colour", { exact: true }).fill("#b91c1c");
  await expect(page.getByText("Contrast 6.5 : 1")).toBeVisible();
  await save(page);
  await saved(page);
  const mark = page.getByRole("button", { name: "Switch workspace" }).locator("span[style]");
  await expect(mark).toHaveCSS("background-color", "rgb(185, 28, 28)");
});

test("a time zone is found by its city or its offset, and kept", async ({ page }) => {
  const { home } = await ownWorkspace(page, "zone");
  await page.goto(`${home}/settings/regional`);
  const zone = page.getByRole("combobox", { name: "Time zone" });
  await zone.click();
  await page.getByPlaceholder("Find a city, or GMT+7").fill("gmt+5:45");
  await expect(page.getByRole("option").first()).toContainText("Asia/Kathmandu");
  await page.getByPlaceholder("Find a city, or GMT+7").fill("ho chi minh");
  await page.getByRole("option", { name: "Asia/Ho Chi Minh" }).click();
  await expect(zone).toHaveText("Asia/Ho Chi Minh (GMT+7)");
  await page.getByRole("combobox", { name: "A week starts on" }).click();
  await page.getByRole("option", { name: "Sunday" }).click();
  await save(page);
  await saved(page);
  await page.reload();
  await expect(zone).toHaveText("Asia/Ho Chi Minh (GMT+7)");
  await expect(page.getByRole("combobox", { name: "A week starts on" })).toHaveText("Sunday");
});

test("one's own time zone is found the same way, and kept", async ({ page }) => {
  await signIn(page, await newMember("clock"));
  await page.goto("/account");
  const zone = page.getByRole("combobox", { name: "Time zone" });
  await zone.click();
  await page.getByPlaceholder("Find a city, or GMT+7").fill("gmt+5:45");
  await page.getByRole("option", { name: "Asia/Kathmandu" }).click();
  await page.locator("form").filter({ has: zone }).getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("Profile saved")).toBeVisible();
  await page.reload();
  await expect(zone).toHaveText("Asia/Kathmandu (GMT+5:45)");
});

test("an Admin changes what a Member only reads, and neither sees the billing", async ({ page, browser }) => {
  test.setTimeout(180_000);
  const { home } = await ownWorkspace(page, "seats");
  const member = await joinAs({ page, browser, home }, "Member", await newMember("reader"));
  await member.goto(`${home}/settings/regional`);
  for (const name of ["Time zone", "Language", "A week starts on"]) {
    await expect(member.getByRole("combobox", { name })).toBeDisabled();
  }
  await expect(member.getByLabel("Starts at")).not.toBeEditable();
  const refused = member.getByRole("button", { name: "Save changes" }).first();
  await refused.hover();
  await expect(
    member.getByText("Your role, Member, may not change the settings.", { exact: false }).first(),
  ).toBeVisible();
  await member.goto(`${home}/settings/billing`);
  await expect(member.getByText("Your role, Member, may not see billing. Ask Mina Park.").last()).toBeVisible();
  await expect(member.getByLabel("Legal name")).toHaveCount(0);
  await member.context().close();

  const admin = await joinAs({ page, browser, home }, "Admin", await newMember("warden"));
  await admin.goto(`${home}/settings/regional`);
  await admin.getByLabel("Saturday").check();
  await save(admin, 1);
  await saved(admin);
  await admin.goto(`${home}/settings/billing`);
  await expect(admin.getByText("Your role, Admin, may not see billing. Ask Mina Park.").last()).toBeVisible();
  await admin.goto(`${home}/settings/security`);
  await expect(admin.getByLabel("Require two-step sign-in")).toBeDisabled();
  await expect(admin.getByRole("combobox", { name: "Sign in again after" })).toBeDisabled();
  await admin.getByRole("button", { name: "Require it" }).hover();
  const why = "Your role, Admin, may not set the security policy or hand over ownership. Ask Mina Park.";
  await expect(admin.getByText(why).first()).toBeVisible();
  await expect(admin.getByRole("button", { name: "Save changes" })).toHaveAccessibleDescription(why);
  const asks = admin.getByRole("button", { name: "Ask for it: set the security policy or hand over ownership" });
  // Beside "Require it", beside "Make a co-owner", and under the policy.
  await expect(asks).toHaveCount(3);
  await expectAccessible(admin);
  await asks.last().click();
  await admin.getByRole("alertdialog").getByRole("button", { name: "Send the request" }).click();
  await expect(admin.getByText("It goes to Mina Park (Owner).")).toBeVisible();
  await admin.goto(`${home}/settings/ownership`);
  await expect(admin.getByRole("button", { name: "Offer ownership" })).toHaveAccessibleDescription(why);
  await expect(asks).toHaveCount(1);
  await expectAccessible(admin);
  await admin.context().close();

  await page.goto(`${home}/settings/billing`);
  await expect(page.getByText("3 seats used, as many as you like")).toBeVisible();
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
