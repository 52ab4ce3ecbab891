import { prepare } from "./prepare.ts";

// `pnpm db:migrate`: for deployments, where it runs once before the new version starts. `pnpm start` does it by itself.
await prepare();
const { withDatabase } = await import("./with-database.ts");

const applied = await withDatabase(async (_, migrations) => migrations);
console.log(applied.length > 0 ? `Applied ${applied.join(", ")}.` : "The database is up to date.");
