import pg from "pg";

/**
 * Makes every proof of an account eleven minutes old, as if its owner had been away: the next grave act asks again (spec
 * ID-9). `databaseUrl`: of the user app's own role, which may change sessions.
 */
export async function ageProof(databaseUrl: string, email: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `UPDATE session SET proved_at = proved_at - interval '11 minutes'
       WHERE account_id = (SELECT id FROM account WHERE email = $1)`,
      [email],
    );
    if (rowCount === 0) throw new Error(`${email} has no session.`);
  } finally {
    await client.end();
  }
}
