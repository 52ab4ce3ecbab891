import { styleText } from "node:util";
import { readLaunchSettings } from "./env.ts";
import { readFlags } from "./flags.ts";
import type { Launched } from "./launch.ts";
import { launch } from "./launch.ts";
import { panel } from "./panel.ts";
import { processLogLine } from "./process-log.ts";
import { ShutdownOrder } from "./shutdown-order.ts";
import { onStopRequest } from "./stop-request.ts";

// `pnpm start`: everything, optimised, ready to click. `pnpm dev`: the same with hot reload.
const startedAt = performance.now();
const shutdown = new ShutdownOrder();
const stopping = new AbortController();

onStopRequest(() => void end(0, "stopping"));

try {
  const settings = readLaunchSettings({ isDev: readFlags(process.argv.slice(2), ["dev"]).has("dev") });
  const launched = await launch({
    settings,
    shutdown,
    signal: stopping.signal,
    step: (message) => console.log(styleText("dim", `· ${message}`)),
    onLine: (name, line) => {
      const shown = processLogLine(name, line);
      if (shown !== null) console.log(shown);
    },
  });
  console.log(addresses(launched));
  await launched.died;
} catch (error) {
  if (!stopping.signal.aborted) {
    console.error(styleText("red", `\n${error instanceof Error ? error.message : String(error)}\n`));
    await end(1, "stopping what runs");
  }
}

function addresses({ settings, env, firstAdminLink }: Launched): string {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const rows = [
    { label: "Web", value: env.web.APP_URL ?? "", note: "sign up, sign in, workspaces" },
    { label: "Console", value: env.web.ADMIN_URL ?? "", note: "for system admins" },
    ...(settings.smtpUrl
      ? []
      : [{ label: "Mail inbox", value: `http://localhost:${settings.ports.inbox}`, note: "every mail lands here" }]),
    { label: "API", value: `${env.web.APP_URL}/docs/api`, note: "REST and its description" },
    ...(firstAdminLink ? [{ label: "First admin", value: firstAdminLink, note: "works once" }] : []),
  ];
  const mode = settings.isDev ? " in development, with hot reload" : "";
  return panel(
    `PronaFlow is ready${mode} (${seconds} s)`,
    rows,
    "Ctrl-C stops everything. Data stays for the next start.",
  );
}

async function end(code: number, message: string): Promise<void> {
  if (!stopping.signal.aborted) console.log(styleText("dim", `· ${message}`));
  stopping.abort();
  await shutdown.run((problem) => console.error(styleText("yellow", problem)));
  process.exit(code);
}
