import { createHash } from "node:crypto";
import pg from "pg";

/** Prepared statements live as long as their connection: past this many names the rest go unprepared. */
const STATEMENT_NAMES = 500;
const statementNames = new Map<string, string | undefined>();

/** A statement that each connection plans once, for the life of the process. */
export function preparedStatement(text: string, values: unknown[]): pg.QueryConfig {
  return { name: statementName(text), text, values, types };
}

function statementName(text: string): string {
  let name = statementNames.get(text);
  if (name === undefined && statementNames.size < STATEMENT_NAMES) {
    name = `p${createHash("sha256").update(text).digest("base64url").slice(0, 22)}`;
    statementNames.set(text, name);
  }
  // The empty name is PostgreSQL's unnamed statement: parsed anew each time, kept nowhere.
  return name ?? "";
}

const INT8 = pg.types.builtins.INT8;
// As a number it would lose its last digits, as the driver's text it would not add up.
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === INT8 ? BigInt : pg.types.getTypeParser(oid, format)),
};
