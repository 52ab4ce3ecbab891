import pg from "pg";

/** The web app's role: one tenant at a time. */
export const APP_ROLE = "pronaflow_app";
/** The console's and the worker's role: beyond tenants, where a policy says so. */
export const ADMIN_ROLE = "pronaflow_admin";

export type RolePasswords = { appPassword: string; adminPassword: string };

const PURPOSES = { app: "database-role:app", admin: "database-role:admin" };

/** The roles' passwords, from the product's secret: nobody has to choose or store them. */
export function derivedRolePasswords(deriveSecret: (purpose: string) => string): RolePasswords {
  return { appPassword: deriveSecret(PURPOSES.app), adminPassword: deriveSecret(PURPOSES.admin) };
}

/** The connection strings of the two roles, for the database of `ownerUrl`. */
export function derivedRoleUrls(
  ownerUrl: string,
  deriveSecret: (purpose: string) => string,
): { app: string; admin: string } {
  const { appPassword, adminPassword } = derivedRolePasswords(deriveSecret);
  return { app: as(ownerUrl, APP_ROLE, appPassword), admin: as(ownerUrl, ADMIN_ROLE, adminPassword) };
}

function as(ownerUrl: string, user: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = user;
  url.password = encodeURIComponent(password);
  return url.href;
}

/**
 * Makes the two roles, or brings existing ones back to what they may be: log in, never bypass row-level security,
 * never make databases or roles. Sets the passwords each time they are given, so that a new secret takes effect.
 */
export async function ensureRoles(owner: pg.Client, passwords: RolePasswords | null): Promise<void> {
  await ensureRole(owner, APP_ROLE, passwords?.appPassword ?? null);
  await ensureRole(owner, ADMIN_ROLE, passwords?.adminPassword ?? null);
}

async function ensureRole(owner: pg.Client, role: string, password: string | null): Promise<void> {
  const found = await owner.query("SELECT FROM pg_roles WHERE rolname = $1", [role]);
  if (!found.rowCount) await createRole(owner, role);
  // SUPERUSER, REPLICATION and BYPASSRLS may only be named by a superuser; a managed database's owner is none.
  const isSuper = await owner.query<{ rolsuper: boolean }>(
    "SELECT rolsuper FROM pg_roles WHERE rolname = current_user",
  );
  const limits = isSuper.rows[0]?.rolsuper ? "NOSUPERUSER NOREPLICATION NOBYPASSRLS" : "";
  const secret = password === null ? "" : `PASSWORD ${pg.escapeLiteral(password)}`;
  await whenFree(() => owner.query(`ALTER ROLE ${role} LOGIN NOCREATEDB NOCREATEROLE ${limits} ${secret}`));
}

/** Roles are shared by all databases of a server: two migrations of two databases may set one at once. */
async function whenFree(alter: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await alter();
      return;
    } catch (error) {
      const isMet = error instanceof Error && error.message.includes("tuple concurrently updated");
      if (!isMet || attempt === 20) throw error;
    }
  }
}

async function createRole(owner: pg.Client, role: string): Promise<void> {
  try {
    await owner.query(`CREATE ROLE ${role} LOGIN NOBYPASSRLS NOCREATEDB NOCREATEROLE`);
  } catch (error) {
    // Roles belong to the whole server: another database's migration may have made it in this very moment.
    const isThereNow = error instanceof Error && "code" in error && (error.code === "42710" || error.code === "23505");
    if (!isThereNow) throw error;
  }
}
