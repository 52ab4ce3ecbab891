import { expect, test } from "vitest";
import { findSpoken } from "./spoken-secrets.ts";

const SESSION = "abcdefghijklmnopqrstuvwxyz234567";
const LINK = "zyxwvutsrqponmlkjihgfedcba765432";
const secrets = [
  { from: "person", value: "Quiet-River-42 Lantern" },
  { from: "product", value: SESSION },
] as const;
const mail = { subject: "Verify", text: `Open http://x/verify-email#token=${LINK}`, html: "" };
const line = (text: string) => [{ name: "web", line: text }];

test("a run that says nothing is clean, and a mail may hold its own link", () => {
  expect(findSpoken(secrets, line('{"msg":"request","path":"/sign-in"}'), [mail])).toEqual([]);
});

test("a secret in a line is found in whatever writing, and the complaint does not repeat it", () => {
  for (const text of ["Quiet-River-42 Lantern", "/x?p=Quiet-River-42%20Lantern", `{"token":"${SESSION}"}`]) {
    const found = findSpoken(secrets, line(`before ${text} after`), []);
    expect(found).toEqual([expect.stringMatching(/^web said a secret: before .*●●●.* after$/)]);
  }
});

test("the token of a mailed link is a secret in a line, too", () => {
  expect(findSpoken([], line(`opened ${LINK}`), [mail])).toEqual(["web said a secret: opened ●●●"]);
});

test("a mail with a password, with a session in its link, or with a link's token beside its fragment is found", () => {
  const mails = [
    { ...mail, text: "Your password: Quiet-River-42 Lantern" },
    { ...mail, text: `http://x/open#token=${SESSION}` },
    { ...mail, text: `${mail.text} or http://x/verify-email?token=${LINK}` },
  ];
  for (const one of mails) expect(findSpoken(secrets, [], [one])).toEqual(["a mail holds a secret: Verify"]);
});
