import { expect, test } from "vitest";
import { inertText } from "./inert-text.ts";

test.each([["Nguyễn Thị Linh"], ["J.R. Smith"], ["O'Brien & Sons <3"], ["محمد"], ["👩‍💻 Ada"], ["v1.5"]])(
  "an honest name stays as it is: %s",
  (name) => {
    expect(inertText(name)).toBe(name);
  },
);

test("line breaks of every kind become one blank", () => {
  expect(inertText("a\r\nb\u2028c\u0085d\te")).toBe("a b c d e");
});

test("controls, direction marks and invisible characters go", () => {
  expect(inertText("a\u0000\u001B\u202Eb\u2066c\u200B\uFEFF\u{E0041}d\u00AD")).toBe("abcd");
});

test("a lone surrogate cannot break the encoding", () => {
  expect(inertText("a\uD800b")).toBe("a\uFFFDb");
});

test("nothing in a name is taken for a link, and it looks the same", () => {
  for (const lure of ["https://evil.example/x", "evil.example", "WWW.evil.example", "win@evil.example"]) {
    const text = inertText(lure);
    expect(text).not.toMatch(/https?:\/\/|\w\.\w{2}|@\w/);
    expect(text.replaceAll("\u2060", "")).toBe(lure);
  }
});

test("a long name ends after 120 characters, never inside one", () => {
  expect([...inertText("😀".repeat(500))]).toHaveLength(120);
});
