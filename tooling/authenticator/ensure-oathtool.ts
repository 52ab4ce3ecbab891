import { runProgram } from "../run/run-command.ts";

/**
 * Sees to it that `oathtool` is there, the authenticator of other hands that the tests hold ours against: on Debian and
 * its like as root it is installed. Where that fails the one test that needs it says so.
 */
export async function ensureOathtool(report: (message: string) => void): Promise<void> {
  if (await runs()) return;
  report("no oathtool found: installing it");
  const update = await runProgram("apt-get", ["update", "-qq"]);
  const args = ["install", "-y", "-qq", "--no-install-recommends", "oathtool"];
  const install = await runProgram("env", ["DEBIAN_FRONTEND=noninteractive", "apt-get", ...args]);
  if (await runs()) return;
  const why = `${update.output}\n${install.output}`.trim().split("\n").slice(-3).join(" ");
  report(
    `oathtool could not be installed (Debian, Ubuntu: sudo apt-get install oathtool; macOS: brew install oath-toolkit): ${why}`,
  );
}

async function runs(): Promise<boolean> {
  const { code } = await runProgram("oathtool", ["--version"]);
  return code === 0;
}
