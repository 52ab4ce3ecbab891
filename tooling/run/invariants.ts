import pg from "pg";
import { askInvariants } from "../invariants/ask-invariants.ts";
import { prepare } from "./prepare.ts";

// `pnpm invariants`: after a fault or a race, whether everything that must hold of the rows still does.
const SHOWN = 10;

await prepare();
const { withDatabase } = await import("./with-database.ts");

const findings = await withDatabase(async ({ owner }) => {
  const client = new pg.Client({ connectionString: owner.DATABASE_URL });
  await client.connect();
  return await askInvariants(client).finally(() => client.end());
});

for (const { invariant, found } of findings) {
  console.log(`${found.length === 0 ? "✓" : "✗"} ${invariant.id.padEnd(3)} ${invariant.claim}`);
  for (const text of found.slice(0, SHOWN)) console.log(`      ${text}`);
  if (found.length > SHOWN) console.log(`      and ${found.length - SHOWN} more`);
}
const broken = findings.filter(({ found }) => found.length > 0).length;
console.log(`${findings.length - broken} hold, ${broken} broken`);
process.exitCode = broken === 0 ? 0 : 1;
