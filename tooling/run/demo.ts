import { prepare } from "./prepare.ts";

// `pnpm demo`: believable people, workspaces and history, made by the product's own verbs. Safe to run once; says so twice.
await prepare();
const { fillDemo } = await import("../demo/fill.ts");
const { DEMO_PASSWORD, DEMO_PEOPLE } = await import("../demo/people.ts");
const { withDatabase } = await import("./with-database.ts");
const { readEnv } = await import("@pronaflow/core/env");
const { openServices } = await import("@pronaflow/core/kernel");
const { default: pg } = await import("pg");

const DAY_MS = 24 * 60 * 60 * 1000;

const message = await withDatabase(async (env) => {
  const owner = new pg.Client({ connectionString: env.owner.DATABASE_URL });
  await owner.connect();
  let back = 0;
  const clock = {
    now: () => new Date(Date.now() - back),
    setDaysAgo: (days: number) => {
      back = days * DAY_MS;
    },
  };
  const services = await openServices(readEnv(env.web), "web", { send: async () => {} }, { clock });
  try {
    const { rowCount } = await owner.query("SELECT FROM account WHERE username = $1", [DEMO_PEOPLE[0]?.username]);
    if (rowCount) return "The demo's people are here already. Sign in as linh-tran.";
    const made = await fillDemo(services, owner, clock);
    return `Made ${made.people} people and ${made.workspaces} workspaces. Sign in as linh-tran with ${DEMO_PASSWORD}`;
  } finally {
    await services.db.close();
    await owner.end();
  }
});
console.log(message);
