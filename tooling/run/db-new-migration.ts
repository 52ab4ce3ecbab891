import { runNewMigration } from "@pronaflow/db/cli/new-migration";

// `pnpm db:new-migration <name>`: the SQL from what the migrations make to what the schema says.
console.log(await runNewMigration(process.argv.slice(2)));
