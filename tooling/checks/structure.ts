import { adminProcedures } from "./admin-procedures.ts";
import type { Check } from "./check.ts";
import { citedPaths } from "./cited-paths.ts";
import { consoleOutOfWeb } from "./console-out-of-web.ts";
import { coreNouns } from "./core-nouns.ts";
import { dependencyDirection } from "./dependency-direction.ts";
import { environmentReads } from "./environment-reads.ts";
import { fileBudgets } from "./file-budgets.ts";
import { fileNames } from "./file-names.ts";
import { oneComponent } from "./one-component.ts";
import { rootScripts } from "./root-scripts.ts";

/** The rules of the house that are about the tree rather than about a line. */
export const structureChecks: readonly Check[] = [
  fileBudgets,
  fileNames,
  coreNouns,
  oneComponent,
  dependencyDirection,
  consoleOutOfWeb,
  adminProcedures,
  environmentReads,
  rootScripts,
  citedPaths,
];
