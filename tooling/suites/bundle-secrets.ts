import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

// Words that only the console, the server or the database's side of the product knows.
const forbidden = [
  "pf_admin_session",
  "pronaflow_admin",
  "app.workspace_id",
  "DATABASE_URL",
  "argon2",
  "systemProcedure",
];

/** What of the server or the console has got into the JavaScript that browsers load; empty when nothing has. */
export function leaksIn(folder: string): string[] {
  const scripts = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".js"));
  if (scripts.length === 0) throw new Error(`${folder} holds no script: the check has nothing to look at.`);
  return scripts.flatMap((name) => {
    const text = readFileSync(join(folder, name), "utf8");
    return forbidden.filter((word) => text.includes(word)).map((word) => `${name} contains ${word}`);
  });
}
