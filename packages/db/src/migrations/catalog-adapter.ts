import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";

/** pg's numbers for the catalogue's one-letter type `"char"` and for text. */
const CHAR = 18;
const TEXT = 25;

/**
 * Prisma's adapter, able to read the catalogue: it refuses the type `"char"`, which the engine asks for wherever
 * there is a function and expects as a character.
 */
export async function connectCatalog(url: string, options: string) {
  const pool = new pg.Pool({ connectionString: url, max: 2, options });
  const charColumns = new WeakMap<object, number[]>();

  const query = pool.query.bind(pool) as (config: pg.QueryConfig) => Promise<pg.QueryResult>;
  pool.query = (async (config: pg.QueryConfig) => {
    const result = await query(config);
    const found = result.fields.flatMap((column, index) => (column.dataTypeID === CHAR ? [index] : []));
    for (const column of result.fields) if (column.dataTypeID === CHAR) column.dataTypeID = TEXT;
    charColumns.set(result.rows, found);
    return result;
  }) as pg.Pool["query"];

  const adapter = await new PrismaPg(pool, { disposeExternalPool: true }).connect();
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (sql) => {
    const result = await queryRaw(sql);
    for (const index of charColumns.get(result.rows) ?? []) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
  return adapter;
}
