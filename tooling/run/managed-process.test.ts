import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startProcess } from "./managed-process.ts";
import { PartsWatch } from "./parts-watch.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pronaflow-process-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function start(script: string, onLine: (name: string, line: string) => void = () => {}) {
  const file = join(folder, "part.mjs");
  writeFileSync(file, script);
  return startProcess({ name: "part", args: [file], env: {}, onLine });
}

const untilStopped = "setInterval(() => {}, 1000);";

test("a part is asked to stop and may finish its work", async () => {
  const lines: string[] = [];
  const part = start(
    `process.on("SIGTERM", () => { console.log("drained"); process.exit(0); }); process.send("ready"); ${untilStopped}`,
    (_, line) => lines.push(line),
  );
  expect(await part.nextMessage()).toBe("ready");
  await part.stop(5_000);
  expect(await part.exited).toEqual({ code: 0, signal: null });
  expect(lines).toEqual(["drained"]);
});

test("a part that does not stop in its time is ended, and what it started with it", async () => {
  const part = start(`
    import { spawn } from "node:child_process";
    const child = spawn(process.execPath, ["-e", ${JSON.stringify(untilStopped)}], { stdio: "inherit" });
    process.on("SIGTERM", () => {});
    process.send("started");
    ${untilStopped}`);
  await part.nextMessage();
  await part.stop(50);
  // The output closes only when the last process that writes to it is gone.
  expect(await part.exited).toEqual({ code: null, signal: "SIGKILL" });
});

test("a part that dies before it is ready says so", async () => {
  const part = start("console.log('no such file'); process.exit(3);");
  await expect(part.nextMessage()).rejects.toThrow("part stopped before it was ready");
  expect(part.tail()).toEqual(["no such file"]);
});

test("a part that dies unasked is reported with its last words", async () => {
  const watch = new PartsWatch(new AbortController().signal);
  watch.watch(start("console.log('out of memory'); process.exit(134);"));
  await expect(watch.died).rejects.toThrow(/part ended with code 134.*\n {2}out of memory/s);
});

test("a part stops when its launcher is gone", async () => {
  const mark = join(folder, "stopped");
  const part = `
    process.on("SIGTERM", () => { require("node:fs").writeFileSync(${JSON.stringify(mark)}, ""); process.exit(0); });
    process.send("ready");
    ${untilStopped}`;
  const launcher = start(`
    import { startProcess } from ${JSON.stringify(join(import.meta.dirname, "managed-process.ts"))};
    const part = startProcess({ name: "part", args: ["-e", ${JSON.stringify(part)}], env: {}, onLine() {} });
    process.send(await part.nextMessage());
    ${untilStopped}`);
  await launcher.nextMessage();
  process.kill(launcher.pid, "SIGKILL");
  await expect.poll(() => existsSync(mark), { timeout: 5_000 }).toBe(true);
});
