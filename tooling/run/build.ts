import { spawn } from "node:child_process";
import { join } from "node:path";
import { repositoryRoot } from "./env.ts";

/** Builds web, console and worker; what has not changed since the last time is taken from turbo's cache. */
export async function buildApps(env: Record<string, string>, onLine: (line: string) => void): Promise<void> {
  const turbo = join(repositoryRoot, "node_modules/turbo/bin/turbo");
  const child = spawn(process.execPath, [turbo, "run", "build", "--output-logs=errors-only", "--log-order=grouped"], {
    cwd: repositoryRoot,
    env: {
      ...env,
      NODE_ENV: "production",
      TURBO_TELEMETRY_DISABLED: "1",
      NEXT_TELEMETRY_DISABLED: "1",
      DO_NOT_TRACK: "1",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const collect = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  const code = await new Promise<number | null>((settle, reject) => {
    child.once("error", reject);
    child.once("close", settle);
  });
  if (code === 0) return;
  for (const line of output.split("\n")) onLine(line);
  throw new Error("The build failed; its output is above.");
}
