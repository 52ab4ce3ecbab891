import { betterAuth } from "better-auth";
import { organization } from "better-auth/plugins";
import pg from "pg";

/** better-auth as its own guide sets it up: password sign-in and the organisation plugin, on the same PostgreSQL. */
export const auth = betterAuth({
  baseURL: process.env.PEER_URL,
  secret: process.env.PEER_SECRET,
  database: new pg.Pool({ connectionString: process.env.PEER_DATABASE_URL, max: 10 }),
  emailAndPassword: { enabled: true },
  rateLimit: { enabled: false },
  telemetry: { enabled: false },
  plugins: [organization()],
});
