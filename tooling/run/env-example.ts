import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { environmentExampleText } from "../verify/environment-example.ts";
import { repositoryRoot } from "./env.ts";

writeFileSync(join(repositoryRoot, ".env.example"), environmentExampleText());
