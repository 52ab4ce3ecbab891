import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { permissionsPageText } from "../verify/permissions-page.ts";
import { repositoryRoot } from "./env.ts";

writeFileSync(join(repositoryRoot, "docs/permissions.md"), permissionsPageText());
