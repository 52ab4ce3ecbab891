import { expect, test } from "vitest";
import { parseSmtpUrl, SmtpUrlInvalid } from "./smtp-url.ts";

test("the scheme says the port and the kind of TLS", () => {
  expect(parseSmtpUrl("smtp://mail.example")).toMatchObject({ port: 587, secure: false, requireTls: false });
  expect(parseSmtpUrl("smtps://mail.example")).toMatchObject({ port: 465, secure: true, requireTls: false });
  expect(parseSmtpUrl("smtp://[::1]:2525/")).toMatchObject({ host: "::1", port: 2525 });
});

test("credentials are not sent in clear to another machine", () => {
  expect(parseSmtpUrl("smtp://u:p@mail.example").requireTls).toBe(true);
  expect(parseSmtpUrl("smtp://u:p@127.0.0.1").requireTls).toBe(false);
  expect(parseSmtpUrl("smtp://u:p@127.evil.example").requireTls).toBe(true);
});

test.each([
  "",
  "mail.example",
  "http://mail.example",
  "smtp://",
  "smtp://user@mail.example",
  "smtp://u:%E0%A4%A@mail.example",
  "smtp://mail.example/path",
  "smtp://mail.example?tls=off",
  "smtp://mail.example?tsl=require",
  "smtp://mail.example?ca=/nowhere/ca.pem",
])("an URL that cannot be meant is refused: %s", (url) => {
  expect(() => parseSmtpUrl(url)).toThrow(SmtpUrlInvalid);
});

test("the error never repeats the URL", () => {
  expect(() => parseSmtpUrl("smtp://u:hunter2@mail.example?x=1")).toThrow(/^(?!.*hunter2)/);
});
