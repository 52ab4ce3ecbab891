import { randomInt } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchSettings, readEnvironment } from "../run/env.ts";
import type { Launched } from "../run/launch.ts";
import { launch } from "../run/launch.ts";
import { isTaken } from "../run/ports.ts";
import { processLogLine } from "../run/process-log.ts";
import { ShutdownOrder } from "../run/shutdown-order.ts";
import { onStopRequest } from "../run/stop-request.ts";

const PORTS = 5;

type Settings = Record<string, string>;

/**
 * The whole product as `pnpm start` runs it, empty, on free ports and with data that is thrown away: what the browser's
 * suites and the examples are run against. `use` gets it ready; it is stopped when `use` is done. `extra` is told what it would be on its own. `hear` gets every line
 * that a part of it says, also those that are not shown.
 */
export async function withTemporaryProduct<Result>(
  use: (product: Launched) => Promise<Result>,
  extra: Settings | ((own: Settings) => Settings) = {},
  hear: (name: string, line: string) => void = () => undefined,
): Promise<Result> {
  const dataDir = mkdtempSync(join(tmpdir(), "pronaflow-e2e-"));
  // The database's own account, when we are root, must be able to enter.
  chmodSync(dataDir, 0o755);
  const shutdown = new ShutdownOrder();
  const stopping = new AbortController();
  const end = async () => {
    stopping.abort();
    await shutdown.run((problem) => console.error(problem));
    rmSync(dataDir, { recursive: true, force: true });
  };
  const interrupted = () => void end().then(() => process.exit(130));
  onStopRequest(interrupted);
  try {
    const own = await isolatedEnvironment(dataDir);
    const product = await launch({
      settings: launchSettings({ ...own, ...(typeof extra === "function" ? extra(own) : extra) }, { isDev: false }),
      shutdown,
      signal: stopping.signal,
      step: (message) => console.log(`· ${message}`),
      onLine: (name, line) => {
        hear(name, line);
        const shown = processLogLine(name, line);
        if (shown !== null) console.log(shown);
      },
    });
    return await Promise.race([use(product), product.died]);
  } finally {
    await end();
  }
}

/** The caller's environment without what would point the tests at somebody's database, mail server or addresses. */
async function isolatedEnvironment(dataDir: string): Promise<Settings> {
  const { PATH = "", HOME = "", ...rest } = readEnvironment();
  const passedOn = Object.entries(rest).filter(([name]) =>
    /^(npm_|PNPM|CI$|LANG|LC_|TZ$|TMPDIR$|TERM$|NO_COLOR$)/.test(name),
  );
  const [web, admin, mail, , database] = await freePorts();
  return {
    ...Object.fromEntries(passedOn),
    PATH,
    HOME,
    DATA_DIR: dataDir,
    WEB_PORT: String(web),
    ADMIN_PORT: String(admin),
    MAIL_PORT: String(mail),
    DB_PORT: String(database),
  };
}

async function freePorts(): Promise<number[]> {
  for (;;) {
    const first = randomInt(20_000, 30_000);
    const ports = Array.from({ length: PORTS }, (_, index) => first + index);
    const taken = await Promise.all(ports.map(isTaken));
    if (!taken.includes(true)) return ports;
  }
}
