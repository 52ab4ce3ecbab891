import type { Locale } from "@pronaflow/contract";
import { LOCALES } from "@pronaflow/contract";
import { expect, test } from "vitest";
import type { MailTemplate } from "./mail.ts";
import { MAIL_TEMPLATES } from "./mail.ts";
import { MailLinkRefused } from "./mail-link.ts";
import { NOTICE_TEMPLATES } from "./notice.ts";
import { renderMail } from "./render-mail.ts";
import { hostileSamples, linksOf, samples } from "./testing/sample-mails.ts";

const product = { name: "PronaFlow", url: "https://app.example/home" };
const everyMail = MAIL_TEMPLATES.flatMap((template) => LOCALES.map((locale) => [template, locale] as const));

function renderSample(template: MailTemplate, locale: Locale) {
  return renderMail({ template, props: samples()[template], locale, product });
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

test.each(everyMail)("%s in %s is whole in HTML and in text", async (template, locale) => {
  const { subject, html, text } = await renderSample(template, locale);
  expect(html).toMatch(new RegExp(`^<!DOCTYPE html[^>]*>.*<html[^>]* lang="${locale}"`, "s"));
  expect(html).toContain('charset=UTF-8"');
  for (const link of linksOf(samples()[template])) {
    expect(count(html, `href="${link}"`)).toBe(1);
    expect(text.split("\n").filter((line) => line === link)).toHaveLength(1);
  }
  for (const part of [subject, html, text]) expect(part).not.toMatch(/undefined|null|NaN|\[object|Invalid Date|\$\{/);
  expect(text).toContain("Nguyễn Thị Linh");
  expect(text).not.toMatch(/<[a-z/]/i);
  expect(text).toContain(product.url);
});

test.each(everyMail)(
  "the subject of %s in %s holds no token and stands on one short line",
  async (template, locale) => {
    const { subject } = await renderSample(template, locale);
    expect(subject).not.toMatch(/token=|http|#|[\r\n]/i);
    expect([...subject].length).toBeLessThanOrEqual(78);
  },
);

test.each(everyMail)("%s in %s has one button and writes its link out", async (template, locale) => {
  const { html } = await renderSample(template, locale);
  const [main = ""] = linksOf(samples()[template]);
  expect(count(html, 'class="pf-button"')).toBe(1);
  expect(html).toContain(`>${main}</p>`);
});

test("every text differs between the languages", async () => {
  for (const template of MAIL_TEMPLATES) {
    const [en, vi] = await Promise.all(LOCALES.map((locale) => renderSample(template, locale)));
    const lines = new Set(en?.text.split("\n").filter((line) => /\p{L}{3}.* .*\p{L}{3}/u.test(line)));
    expect((vi?.text ?? "").split("\n").filter((line) => lines.has(line))).toEqual([]);
  }
});

test("Vietnamese is written in NFC with its diacritics", async () => {
  for (const template of MAIL_TEMPLATES) {
    const { text, subject } = await renderSample(template, "vi");
    expect(text).toBe(text.normalize("NFC"));
    expect(subject).toMatch(/[ăâđêôơưáàảãạấầậắằặéèẹếềệíìịóòọốồộớờợúùụứừựýỳ]/i);
  }
});

const hostile = '</script><img src=x onerror=alert(1)>\r\nBcc: eve@evil.example\u202E"\u0000 http://evil.example';

test.each(LOCALES)("a hostile name is inert in every part of every mail (%s)", async (locale) => {
  for (const { template, props } of hostileSamples(hostile)) {
    const { subject, html, text } = await renderMail({ template, props, locale, product });
    expect(html).not.toMatch(/<img|<\/script/i);
    expect(subject).not.toMatch(/[\r\n]/);
    for (const part of [subject, html, text]) {
      expect(part).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
      expect(part).not.toContain("\u0000");
      expect(part).not.toMatch(/^Bcc:/m);
      expect(part).not.toContain("http://evil.example");
      expect(part).not.toContain("evil.example");
    }
    const showsPlace = "place" in props || "earlierPlace" in props;
    expect(count(html, "<a ")).toBe(linksOf(props).length + (showsPlace ? 2 : 1));
  }
});

test.each([
  "javascript:alert(1)",
  "/verify#token=1",
  "https://app.example/\nx",
  "data:text/html,x",
  "https://u:p@app.example/",
])("a link that is not plain http(s) makes no mail: %j", async (link) => {
  const props = { displayName: "Linh", link, expiresInHours: 24 };
  const mail = renderMail({ template: "verify-email", props, locale: "en", product });
  await expect(mail).rejects.toThrow(MailLinkRefused);
  await expect(mail).rejects.not.toThrow(link);
});

test("a link with & is the same link for the reader", async () => {
  const link = "https://app.example/verify?a=1&b=2#token=k7";
  const props = { displayName: "Linh", link, expiresInHours: 24 };
  const { html, text } = await renderMail({ template: "verify-email", props, locale: "en", product });
  expect(html).toContain('href="https://app.example/verify?a=1&amp;b=2#token=k7"');
  expect(text).toContain(`\n${link}\n`);
});

test("what is not known is not mentioned: place, device, undo", async () => {
  const { place: _p, device: _d, ...changed } = samples()["password-changed"];
  const bare = await renderMail({ template: "password-changed", props: changed, locale: "en", product });
  expect(bare.text).not.toMatch(/Near|Device/);
  const { undoLink: _u, undoUntil: _v, ...deleted } = samples()["workspace-deleted"];
  const told = await renderMail({ template: "workspace-deleted", props: deleted, locale: "en", product });
  expect(told.text).toContain("ask an owner");
  expect(told.html).not.toContain('class="pf-button"');
});

test("times are told in the reader's zone and language, the zone named", async () => {
  const en = await renderSample("password-changed", "en");
  const vi = await renderSample("password-changed", "vi");
  expect(en.text).toContain("When: November 24, 2026 at 1:01 PM, Indochina Time (GMT+7)");
  expect(vi.text).toContain("13:01 ngày 24 tháng 11 năm 2026, giờ Đông Dương (GMT+7)");
});

test("where a place is shown, its source is named; elsewhere it is not", async () => {
  const shown = await renderSample("new-device", "en");
  expect(shown.text).toContain("IP geolocation by DB-IP\nhttps://db-ip.com");
  expect(shown.html).toContain('href="https://db-ip.com"');
  const { place: _p, ...elsewhere } = samples()["new-device"];
  const silent = await renderMail({ template: "new-device", props: elsewhere, locale: "en", product });
  expect(silent.html + silent.text).not.toMatch(/db-ip/i);
});

test.each(NOTICE_TEMPLATES)("%s says when, what to do, and how to say that it was not you", async (template) => {
  const { html, text } = await renderSample(template, "en");
  // Of a session that was ended, device and place are told; the time is that of the sign-in that ended it.
  const when = template === "session-evicted" ? "New sign-in" : "When";
  expect(text).toContain(`${when}: November 24, 2026 at 1:01 PM, Indochina Time (GMT+7)`);
  expect(text).toContain("This wasn't me:\nhttps://app.example/not-me#token=n7tm3e");
  expect(html).toContain('href="https://app.example/not-me#token=n7tm3e"');
  expect(text).toContain("https://app.example/account/security");
});

test("a language without a string does not compile", () => {
  type Words = import("./messages/messages.ts").Words;
  // @ts-expect-error `reason` is missing
  const words: Words = { subject: "", preheader: "", heading: "", lead: "", more: "", button: "", note: "" };
  expect(words).toBeDefined();
});
