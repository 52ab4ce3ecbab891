import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { styleHashes } from "./style-hashes.ts";

test("the policy's hashes are those of what Sonner writes into the page", () => {
  const source = readFileSync(
    createRequire(import.meta.url)
      .resolve("sonner")
      .replace(/\.js$/, ".mjs"),
    "utf8",
  );
  const [, literal = ""] = source.match(/__insertCSS\(("(?:[^"\\]|\\.)*")\)/) ?? [];
  const css: unknown = JSON.parse(literal);
  expect(["", String(css)].map((text) => `sha256-${createHash("sha256").update(text).digest("base64")}`)).toEqual([
    ...styleHashes,
  ]);
});
