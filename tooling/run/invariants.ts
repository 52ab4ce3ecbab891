import pg from "pg";
import { prepare } from "./prepare.ts";

// `pnpm invariants`: after a fault or a race, whether everything that must hold of the rows still does.
const SHOWN = 10;

await prepare();
const { checkInvariants } = await import("@pronaflow/core/invariants");
const { withDatabase } = await import("./with-database.ts");

const findings = await withDatabase(async ({ owner }) => {
  const client = new pg.Client({ connectionString: owner.DATABASE_URL });
  await client.connect();
  return await checkInvariants(client).finally(() => client.end());
});

for (const { id, title, isHeld, offenders } of findings) {
  console.log(`${isHeld ? "✓" : "✗"} ${id.padEnd(3)} ${title}`);
  for (const text of offenders.slice(0, SHOWN)) console.log(`      ${text}`);
  if (offenders.length > SHOWN) console.log(`      and ${offenders.length - SHOWN} more`);
}
const broken = findings.filter(({ isHeld }) => !isHeld).length;
console.log(`${findings.length - broken} hold, ${broken} broken`);
process.exitCode = broken === 0 ? 0 : 1;
