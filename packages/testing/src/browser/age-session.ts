import pg from "pg";

/**
 * Makes every proof of an account eleven minutes old, as if its owner had been away: the next grave act asks again (spec
 * ID-9). `databaseUrl`: of the user app's own role, which may change sessions.
 */
export async function ageProof(databaseUrl: string, email: string): Promise<void> {
  await makeOlder(databaseUrl, { email, column: "proved_at", minutes: 11 });
}

/** Makes every session of an account older, as if its owner had signed in before. */
export async function ageSessions(databaseUrl: string, email: string, minutes: number): Promise<void> {
  await makeOlder(databaseUrl, { email, column: "created_at", minutes });
}

interface Older {
  email: string;
  column: "proved_at" | "created_at";
  minutes: number;
}

async function makeOlder(databaseUrl: string, { email, column, minutes }: Older): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `UPDATE session SET ${column} = ${column} - make_interval(mins => $2)
       WHERE account_id = (SELECT id FROM account WHERE email = $1)`,
      [email, minutes],
    );
    if (rowCount === 0) throw new Error(`${email} has no session.`);
  } finally {
    await client.end();
  }
}
