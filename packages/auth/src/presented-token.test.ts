import { expect, test } from "vitest";
import { readCookie, readPresentedToken } from "./presented-token.ts";

const token = "abcdefghijklmnopqrstuvwxyz234567";
const other = "z".repeat(32);
const name = "__Host-pf_session";

test("a token is read from its cookie among others", () => {
  expect(readPresentedToken({ cookieHeader: `a=1; ${name}=${token}; b=2` }, name)).toEqual({
    token,
    via: "cookie",
    kind: "session",
  });
  expect(
    readPresentedToken({ cookieHeader: `x${name}=${token}; ${name}x=${token}; pf_session=${token}` }, name),
  ).toBeNull();
});

test("a bearer token is read and rules over a cookie", () => {
  expect(readPresentedToken({ authorization: `Bearer ${token}`, cookieHeader: `${name}=${other}` }, name)).toEqual({
    token,
    via: "bearer",
    kind: "session",
  });
  expect(readPresentedToken({ authorization: `bearer  ${token} ` }, name)).toEqual({
    token,
    via: "bearer",
    kind: "session",
  });
  expect(readPresentedToken({ authorization: "Bearer nonsense", cookieHeader: `${name}=${other}` }, name)).toBeNull();
  expect(readPresentedToken({ authorization: "Bearer" }, name)).toBeNull();
});

test("another scheme of authorization leaves the cookie alone", () => {
  expect(readPresentedToken({ authorization: "Basic YTpi", cookieHeader: `${name}=${token}` }, name)).toEqual({
    token,
    via: "cookie",
    kind: "session",
  });
});

test("a cookie that comes twice with different values is not believed", () => {
  expect(readCookie(`${name}=${token}; ${name}=${other}`, name)).toBeNull();
  expect(readCookie(`${name}=${token}; ${name}=${token}`, name)).toBe(token);
});

test("hostile headers give null and never throw, however long they are", () => {
  const hostile = [
    "",
    ";",
    "=",
    ";=;=;",
    "%",
    "%E0%A4%A",
    `${name}=%E0%A4%A`,
    `${name}`,
    `${name}=`,
    `${name}="${token}"`,
    `${name}=${token}\0`,
    "__proto__=x; constructor=y",
    "a".repeat(2_000_000),
    `${";".repeat(10_000)}`,
    `${name}=${token};`.repeat(5_000),
    `Bearer ${"a".repeat(1_000_000)}`,
  ];
  for (const header of hostile) {
    expect(readPresentedToken({ cookieHeader: header }, name)).toBeNull();
    expect(readPresentedToken({ authorization: header }, name)).toBeNull();
  }
  expect(readPresentedToken({ cookieHeader: null, authorization: undefined }, name)).toBeNull();
  expect(readCookie("a=1", "__proto__")).toBeNull();
  expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
});
