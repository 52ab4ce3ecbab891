import { readEnv } from "@pronaflow/core/env";
import { openJobQueue, startWorker } from "@pronaflow/core/jobs";
import { createLog, factsOf, openServices } from "@pronaflow/core/kernel";
import { openTransport } from "@pronaflow/core/mail";

// The worker: mails, purges, expiry, checkpoints. It counts as the console's side and has no port.
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
