import { parseArgs } from "node:util";
import { prepare } from "./prepare.ts";

// `pnpm audit:verify`: reads every row of the audit, recomputes each hash and names the first row that is wrong.
// `pnpm audit:verify --file <log.jsonl>`: the same of a file of a workspace's access log, with no database at hand.
const { values } = parseArgs({ options: { file: { type: "string" } } });
await prepare();
if (values.file) {
  await import("./verify-log-file.ts").then(({ verifyLogFile }) => verifyLogFile(String(values.file)));
  process.exit();
}
const { withDatabase } = await import("./with-database.ts");
const { default: pg } = await import("pg");
const { createKeyRing, parseSecretKeys } = await import("@pronaflow/auth");
const { checkpointFolder, checkpointSigner, verifyAudit } = await import("@pronaflow/core/audit");

const startedAt = performance.now();
const verdict = await withDatabase(async ({ owner }) => {
  const client = new pg.Client({ connectionString: owner.DATABASE_URL });
  await client.connect();
  try {
    return await verifyAudit(async (text, values) => (await client.query(text, values)).rows, {
      folder: checkpointFolder(String(owner.DATA_DIR)),
      signer: checkpointSigner({ keys: createKeyRing(parseSecretKeys(String(owner.SECRET_KEY))) }),
    });
  } finally {
    await client.end();
  }
});
const seconds = (performance.now() - startedAt) / 1000;
if (verdict.fault) {
  const { chain, seq, kind } = verdict.fault;
  console.error(`The audit does not verify: ${kind} at row ${seq} of chain ${chain}.`);
  process.exitCode = 1;
} else console.log(`The audit verifies: ${verdict.rows} rows in ${verdict.chains} chains (${seconds.toFixed(1)} s).`);
