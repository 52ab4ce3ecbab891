import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Permission, Role } from "@pronaflow/contract";
import { can, PERMISSIONS, ROLES } from "@pronaflow/contract";
import { repositoryRoot } from "../run/env.ts";

const SOURCE = join(repositoryRoot, "packages/contract/src");
const TABLE = /export const ROLE_PERMISSIONS = \{[\s\S]*?\n\} as const satisfies/;

export interface Flipped {
  cell: string;
  /** Whether the suite went red. */
  isNoticed: boolean;
}

/**
 * Flips every cell of the permission table in turn, in copies of the code, and runs the table's own suite on each: one
 * that stays green would let that right be given, or taken, by a slip of the pen (reliability F20).
 */
export function flipPermissions(): Flipped[] {
  const cells = ROLES.flatMap((role) => PERMISSIONS.map((permission) => ({ role, permission })));
  // Inside the package, so that the copies find what it imports.
  const folder = mkdtempSync(join(SOURCE, "..", "flipped-"));
  try {
    writeFileSync(join(folder, "vitest.config.ts"), "export default {};\n");
    for (const cell of [null, ...cells]) writeCopy(join(folder, nameOf(cell)), cell);
    const passed = passedIn(folder);
    if (!passed.has(nameOf(null))) throw new Error("The suite is red without a flip.");
    return cells.map((cell) => ({ cell: nameOf(cell), isNoticed: !passed.has(nameOf(cell)) }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Cell = { role: Role; permission: Permission };

function nameOf(cell: Cell | null): string {
  return cell ? `${cell.role}-${cell.permission}` : "as-it-is";
}

function writeCopy(folder: string, cell: Cell | null): void {
  mkdirSync(folder);
  for (const file of ["system-permissions.ts", "permissions.test.ts"]) cpSync(join(SOURCE, file), join(folder, file));
  const text = readFileSync(join(SOURCE, "permissions.ts"), "utf8");
  if (!TABLE.test(text)) throw new Error("The table is not where it was.");
  writeFileSync(
    join(folder, "permissions.ts"),
    text.replace(TABLE, `export const ROLE_PERMISSIONS = ${flipped(cell)} as const satisfies`),
  );
}

function flipped(cell: Cell | null): string {
  const holds = (role: Role, permission: Permission) =>
    can(role, permission) !== (cell?.role === role && cell.permission === permission);
  return JSON.stringify(Object.fromEntries(ROLES.map((role) => [role, PERMISSIONS.filter((one) => holds(role, one))])));
}

function passedIn(folder: string): Set<string> {
  const require = createRequire(join(repositoryRoot, "package.json"));
  const cli = join(dirname(require.resolve("vitest/package.json")), "vitest.mjs");
  const report = join(folder, "report.json");
  const args = [cli, "run", "--root", folder, "--reporter=json", `--outputFile=${report}`];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    // Not the settings of the run that this one is within.
    env: { NODE_ENV: "test" },
  });
  if (!existsSync(report)) throw new Error(`The suite did not run: ${stdout}${stderr}`);
  const { testResults } = JSON.parse(readFileSync(report, "utf8")) as {
    testResults: { name: string; status: string }[];
  };
  return new Set(
    testResults
      .filter(({ status }) => status === "passed")
      .map(({ name }) => dirname(name).split(/[\\/]/).at(-1) ?? ""),
  );
}
