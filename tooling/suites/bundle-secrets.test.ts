import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { leaksIn } from "./bundle-secrets.ts";

test("a browser script that knows the console's cookie is found, and an empty build is no pass", () => {
  const folder = mkdtempSync(join(tmpdir(), "pronaflow-bundle-"));
  expect(() => leaksIn(folder)).toThrow("holds no script");
  mkdirSync(join(folder, "chunks"));
  writeFileSync(join(folder, "chunks/page.js"), 'fetch("/api/trpc/auth.me")');
  expect(leaksIn(folder)).toEqual([]);
  writeFileSync(join(folder, "chunks/other.js"), 'const cookie="pf_admin_session"');
  expect(leaksIn(folder)).toEqual([`${join("chunks", "other.js")} contains pf_admin_session`]);
  rmSync(folder, { recursive: true });
});
