import { expect, test } from "vitest";
import { returnPath } from "./return-path.ts";

test.each(["/workspaces", "/w/harbour/members?role=owner&cursor=a-b_c", "/account/security#passkeys", "/"])(
  "%s is a place of this app",
  (path) => expect(returnPath(path)).toBe(path),
);

// What browsers read as another site, or as a script, however it is disguised (ASVS 1.2.2, 3.7.2).
test.each([
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "https://evil.example",
  "https:evil.example",
  "javascript:alert(1)",
  " /workspaces",
  "workspaces",
  "",
  "/bücher",
  `/${"a".repeat(500)}`,
])("%j is none", (path) => expect(returnPath(path)).toBeNull());

test("an address is read as it stands: what is encoded stays encoded, and leads nowhere else", () => {
  expect(returnPath("/%2f%2fevil.example")).toBe("/%2f%2fevil.example");
  expect(new URL("/%2f%2fevil.example", "https://app.example.com").host).toBe("app.example.com");
});

test("a parameter that comes twice is none, and back to sign-in is no way on", () => {
  expect(returnPath(["/a", "/b"])).toBeNull();
  expect(returnPath(undefined)).toBeNull();
  expect(returnPath("/sign-in?next=/a")).toBeNull();
});
