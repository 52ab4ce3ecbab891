import { mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { applicationEnvironments } from "./application-environment.ts";
import { launchSettings } from "./env.ts";
import { readFlags } from "./flags.ts";
import { assertPortsFree } from "./ports.ts";
import { processLogLine } from "./process-log.ts";
import { localSecretKey } from "./secret-key.ts";
import { ShutdownOrder } from "./shutdown-order.ts";

test("every taken port is named with the setting that moves us away from it", async () => {
  const server = createServer();
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const wanted = [{ port, purpose: "web", variable: "WEB_PORT" }];
  await expect(assertPortsFree(wanted)).rejects.toThrow(
    `Port ${port} (web) is taken by another program. Stop it, or set WEB_PORT to a free port.`,
  );
  await new Promise((settle) => server.close(settle));
  await expect(assertPortsFree(wanted)).resolves.toBeUndefined();
});

test("the secret of a local installation is made once and is readable by its owner only", () => {
  const folder = mkdtempSync(join(tmpdir(), "pronaflow-secret-"));
  const first = localSecretKey(folder);
  expect(localSecretKey(folder)).toBe(first);
  expect(Buffer.from(first, "base64url")).toHaveLength(32);
  expect(statSync(join(folder, "secret-key")).mode & 0o777).toBe(0o600);
  rmSync(folder, { recursive: true });
});

test("parts stop group after group in reverse order, also when one fails, and only once", async () => {
  const order = new ShutdownOrder();
  const stopped: string[] = [];
  const step = (name: string) => ({ name, stop: async () => void stopped.push(name) });
  order.add(step("database"));
  order.add({ name: "worker", stop: async () => Promise.reject(new Error("stuck")) });
  order.add(step("web"), step("console"));
  const problems: string[] = [];
  await Promise.all([order.run((problem) => problems.push(problem)), order.run(() => {})]);
  expect(stopped).toEqual(["web", "console", "database"]);
  expect(problems).toEqual(["worker did not stop cleanly: stuck"]);
});

test("of structured lines only warnings and errors are shown, other lines as they are", () => {
  const shown = (line: string) => stripVTControlCharacters(processLogLine("web", line) ?? "nothing");
  expect(shown('{"level":30,"msg":"answered"}')).toBe("nothing");
  expect(shown('{"level":50,"msg":"failed","requestId":"r1","err":{"message":"no disk"}}')).toBe(
    "web      │ error failed: no disk (request r1)",
  );
  expect(shown(" ✓ Ready in 300ms")).toBe("nothing");
  expect(shown("Segmentation fault")).toBe("web      │ Segmentation fault");
});

test("each program gets the connection of its own database role and never the owner's", () => {
  const settings = launchSettings({ WEB_PORT: "4000", DATA_DIR: "/data" }, { isDev: false });
  const ownerUrl = "postgresql://owner:owners-password@127.0.0.1:3004/pronaflow";
  const { web, admin } = applicationEnvironments(settings, ownerUrl, "Zk3vQ8wN1xT6yB4mR9cL2pH7sD5fG0jA");
  expect(JSON.stringify([web, admin])).not.toContain("owners-password");
  expect(web.DATABASE_APP_URL).toContain("pronaflow_app");
  expect(web.DATABASE_ADMIN_URL).toBeUndefined();
  expect(admin.DATABASE_ADMIN_URL).toContain("pronaflow_admin");
  expect(admin.DATABASE_APP_URL).toBeUndefined();
  expect(web).toMatchObject({ APP_URL: "http://localhost:4000", NODE_ENV: "production", DATA_DIR: "/data" });
});

test("a port that is no port and a flag nobody knows are refused by name", () => {
  expect(() => launchSettings({ WEB_PORT: "80a" }, { isDev: false })).toThrow("WEB_PORT=80a is not a port");
  expect(() => readFlags(["--fast"], ["dev"])).toThrow("Unknown argument --fast. Known: --dev.");
  expect(readFlags(["--", "--only=unit"], ["only"]).get("only")).toBe("unit");
});
