import type { MigrationList } from "@prisma/schema-engine-wasm";
import type { ScriptFailure } from "./adapter.ts";
import { MigrationFailure } from "./failure.ts";
import { isTransactional, scriptsOf } from "./files.ts";

/** Turns what the engine threw into a report that says which line of which migration failed and what to do. */
export function failureOf(error: unknown, failure: ScriptFailure | null, migrations: MigrationList): unknown {
  if (failure === null) return error;
  const name = [...scriptsOf(migrations)].find(([, script]) => script === failure.script)?.[0];
  if (name === undefined) return error;
  const { message, detail, hint, code } = failure.error;
  const said = [`Migration ${name} failed${lineOf(failure)}: ${message} (${code})`, detail, hint];
  const what = isTransactional(failure.script)
    ? "Nothing of it was kept. Mend its SQL, or the rows it stumbled over, and migrate again."
    : howToClearUp(name);
  return new MigrationFailure("failed", name, [...said, what].filter((line) => line !== undefined).join("\n"));
}

/** For a migration that runs outside of a transaction and did not finish. */
export function stuckFailure(name: string): MigrationFailure {
  const message = `Migration ${name} stopped half-way in an earlier run.\n${howToClearUp(name)}`;
  return new MigrationFailure("stuck", name, message);
}

function howToClearUp(name: string): string {
  return (
    "It runs outside of a transaction, so some of it may be there: drop what it made (an index it was building is " +
    `left INVALID), then migrate again with --rolled-back ${name}`
  );
}

function lineOf({ script, error }: ScriptFailure): string {
  const position = Number(error.position);
  return position > 0 && isTransactional(script) ? ` at line ${script.slice(0, position).split("\n").length}` : "";
}
