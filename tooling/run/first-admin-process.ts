import { readEnv } from "@pronaflow/core/env";
import { openServices } from "@pronaflow/core/kernel";
import { ensureFirstAdminLink } from "@pronaflow/core/system";

// In a process of its own, since it is the one thing the launcher needs the whole product for.
const services = await openServices(readEnv(), "admin", { send: async () => {} });
const link = await ensureFirstAdminLink(services);
await services.db.close();
process.send?.({ link });
