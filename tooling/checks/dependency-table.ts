/**
 * Who may import whom of ours (design.md). A name ending in `/x` is one face of a package; tests may also import
 * `testing`, which is why it stands in no line.
 */
export const mayImport: Record<string, readonly string[]> = {
  "packages/contract": [],
  "packages/db": [],
  "packages/auth": [],
  "packages/ui": [],
  "packages/app": ["contract", "ui"],
  "packages/email": ["contract"],
  "packages/core": ["contract", "db", "auth", "email"],
  "packages/api": ["contract", "core"],
  "packages/testing": ["contract", "db", "auth", "email", "core"],
  "apps/web": ["contract", "ui", "app", "api/web", "api/server", "api/client"],
  "apps/admin": ["contract", "ui", "app", "api/admin", "api/server", "api/client"],
  "apps/worker": ["core"],
  "examples/typed-client": ["contract", "api/client", "api/web"],
};

/** The one file that may import a library which must stay replaceable. */
export const onlyImporter: Record<string, RegExp> = {
  lucia: /^packages\/auth\/src\/session\.ts$/,
};

/** Whether `specifier` (`@pronaflow/api/web`) is within what a package may import (`api/web`, or `api` for all faces). */
export function isAllowed(specifier: string, allowed: readonly string[]): boolean {
  const face = specifier.replace("@pronaflow/", "");
  const name = face.split("/")[0] ?? face;
  return allowed.includes(name) || allowed.includes(face);
}
