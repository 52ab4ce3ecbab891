import { runProgram } from "../run/run-command.ts";

/**
 * Sees to it that `redis-server` is there, which the tests of the shared rate limits start for themselves: on Debian and
 * its like as root it is installed. Where that fails those tests say so.
 */
export async function ensureRedis(report: (message: string) => void): Promise<void> {
  if (await runs()) return;
  report("no redis-server found: installing it");
  const update = await runProgram("apt-get", ["update", "-qq"]);
  const args = ["install", "-y", "-qq", "--no-install-recommends", "redis-server"];
  const install = await runProgram("env", ["DEBIAN_FRONTEND=noninteractive", "RUNLEVEL=1", "apt-get", ...args]);
  if (await runs()) return;
  const why = `${update.output}\n${install.output}`.trim().split("\n").slice(-3).join(" ");
  report(
    `redis-server could not be installed (Debian, Ubuntu: sudo apt-get install redis-server; macOS: brew install redis): ${why}`,
  );
}

async function runs(): Promise<boolean> {
  const { code } = await runProgram("redis-server", ["--version"]);
  return code === 0;
}
