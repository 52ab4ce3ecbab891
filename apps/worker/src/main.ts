import { readEnv } from "@pronaflow/core/env";
import { openJobQueue, startWorker } from "@pronaflow/core/jobs";
import { createLog, factsOf, lowerPriority, openServices } from "@pronaflow/core/kernel";
import { openTransport } from "@pronaflow/core/mail";

// The worker: mails, purges, expiry, checkpoints. It counts as the console's side and has no port.
// Nobody waits for the worker: where the cores are short, people who ask come first.
lowerPriority(10);
const env = readEnv();
const log = createLog("worker", env.LOG_LEVEL);
const services = await openServices(env, "admin", openJobQueue(), { log });
const transport = openTransport(env);
const worker = await startWorker(services, { transport });

let isStopping = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop());
log.info("ready");
process.send?.("ready");

async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  try {
    await worker.stop();
    transport.close();
    services.sharedRates?.close();
    await services.db.close();
    log.info("stopped");
    process.exit(0);
  } catch (error) {
    log.error("could not stop cleanly", factsOf(error));
    process.exit(1);
  }
}
