import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { verifyExport } from "@pronaflow/core/audit";

/** Verifies a JSON Lines file of an access log and says what it is; sets the exit code. */
export async function verifyLogFile(path: string): Promise<void> {
  const { rows, isWhole, fault } = await verifyExport(
    createInterface({ input: createReadStream(path), crlfDelay: Infinity }),
  );
  if (fault) {
    console.error(`The file does not verify: ${fault.kind} at line ${fault.line}.`);
    process.exitCode = 1;
  } else
    console.log(
      `The file verifies: ${rows} rows${isWhole ? ", none left out from the first on" : "; a filter left rows out between them"}.`,
    );
}
