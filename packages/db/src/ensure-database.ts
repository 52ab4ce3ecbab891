import pg from "pg";

/** Makes the database that `ownerUrl` names if the server has none of that name. True when it was made. */
export async function ensureDatabase(ownerUrl: string): Promise<boolean> {
  const database = decodeURIComponent(new URL(ownerUrl).pathname.slice(1));
  const maintenance = new URL(ownerUrl);
  maintenance.pathname = "/postgres";
  const client = new pg.Client({ connectionString: maintenance.href, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const found = await client.query("SELECT FROM pg_database WHERE datname = $1", [database]);
    if (found.rowCount) return false;
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(database)}`);
    return true;
  } catch (error) {
    // Another process made it in this very moment: as good as made here.
    if (error instanceof pg.DatabaseError && (error.code === "42P04" || error.code === "23505")) return false;
    throw error;
  } finally {
    await client.end();
  }
}
