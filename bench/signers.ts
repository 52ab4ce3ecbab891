import { createHash, randomBytes } from "node:crypto";
import type { Subject } from "./load.ts";

/** So many that nobody signs in a sixth time while they are measured: each of those would send a mail of its own. */
const SIGNERS = 2_000;

/**
 * People who sign in as people do: each from the browser they signed in from before. They are copies of one who signed
 * up, the hash of their password too, and answer as anybody's would.
 */
export async function makeSigners(ownerUrl: string, like: string): Promise<Signers> {
  const tokens = Array.from({ length: SIGNERS }, newDeviceToken);
  // The peers are installed when the bench runs, not before.
  const { default: pg } = await import("pg");
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(
      `WITH made AS (INSERT INTO account (id, email, email_normal, username, username_skeleton, display_name, status,
          password_hash, password_changed_at, email_verified_at, created_at, updated_at)
        SELECT gen_random_uuid(), 'signer-' || n || '@example.com', 'signer-' || n || '@example.com', 'bench-signer-' || n,
          'bench-signer-' || n, a.display_name, a.status, a.password_hash, a.password_changed_at, a.email_verified_at,
          a.created_at, a.updated_at
        FROM account a, generate_series(0, $2::integer - 1) n WHERE a.email = $1
        RETURNING id, substr(username, 14)::integer AS n)
      INSERT INTO known_device (id, account_id, token_hash, browser, os, device, first_seen_at, last_seen_at)
        SELECT gen_random_uuid(), id, ($3::bytea[])[n + 1], NULL, NULL, NULL, now(), now() FROM made`,
      [like, SIGNERS, tokens.map((token) => createHash("sha256").update(token).digest())],
    );
  } finally {
    await owner.end();
  }
  return { emailOf: (index) => `signer-${index % SIGNERS}@example.com`, tokenOf: (index) => tokens[index % SIGNERS] };
}

/** 32 characters of base32, as the product makes them. */
function newDeviceToken(): string {
  return Array.from(randomBytes(32), (byte) => "abcdefghijklmnopqrstuvwxyz234567".charAt(byte & 31)).join("");
}

export interface Signers {
  emailOf(index: number): string;
  /** What their browser's device cookie holds. */
  tokenOf(index: number): string | undefined;
}

/** A sign-in of one after the other. */
export function signInSubject(
  served: { pid: number; port: number },
  signers: Signers,
  { origin, password }: { origin: string; password: string },
): Subject {
  let next = 0;
  return {
    ...served,
    name: "PronaFlow sign-in (argon2id)",
    path: "/api/v1/auth/login",
    method: "POST",
    headers: { origin },
    // Not by the index, which begins anew with each round: nobody's turn comes twice before everybody's came.
    body: () => JSON.stringify({ identifier: signers.emailOf(next), password }),
    // From many addresses, or the limit of one would be what is measured.
    vary: () => {
      const index = next++;
      return {
        "x-forwarded-for": `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`,
        cookie: `pf_device=${signers.tokenOf(index)}`,
      };
    },
  };
}
