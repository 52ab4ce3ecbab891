import { ensureGenerated } from "@pronaflow/db/generate";

// The database client is generated and not committed; everything after this line imports it.
await ensureGenerated();
await import("./start-product.ts");
