import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { isPersonalToken, newPersonalToken } from "./personal-tokens.ts";
import { readPresentedToken } from "./presented-token.ts";

test("a personal token has its prefix, 160 bits and a checksum, and no two are alike", () => {
  const made = Array.from({ length: 1000 }, () => newPersonalToken(randomBytes));
  expect(new Set(made).size).toBe(1000);
  for (const token of made) expect(isPersonalToken(token)).toBe(true);
});

test("one wrong character anywhere is told without asking the database", () => {
  const token = newPersonalToken(randomBytes);
  for (let at = 0; at < token.length; at++) {
    const other = token[at] === "a" ? "b" : "a";
    expect(isPersonalToken(token.slice(0, at) + other + token.slice(at + 1))).toBe(false);
  }
});

test("it is presented as a bearer only, never as a cookie", () => {
  const token = newPersonalToken(randomBytes);
  expect(readPresentedToken({ authorization: `Bearer ${token}` }, "s")).toEqual({
    token,
    via: "bearer",
    kind: "personal",
  });
  expect(readPresentedToken({ cookieHeader: `s=${token}` }, "s")).toBeNull();
});
