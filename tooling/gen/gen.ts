import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { repositoryRoot } from "../run/env.ts";
import { readFlags } from "../run/flags.ts";
import { runNode } from "../run/run-command.ts";
import { planVerb } from "./plan-verb.ts";
import { nameVerb } from "./verb.ts";

// `pnpm gen <noun> <verb-noun> [--user] [--permission=members.remove]`: a command, its input and audit action, its test and
// its router line, all of which compile and pass before the first line is written by hand.
const words = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const flags = readFlags(
  process.argv.slice(2).filter((word) => word.startsWith("--")),
  ["user", "permission"],
);
const [noun, file] = words;

if (!noun || !file) {
  console.error(
    "pnpm gen <noun> <verb-noun> [--user] [--permission=<permission>]\nFor example: pnpm gen members remove-member --permission=members.remove",
  );
  process.exit(1);
}

const permission = flags.get("permission");
const verb = nameVerb(
  noun,
  file,
  flags.has("user") ? "user" : "workspace",
  typeof permission === "string" ? permission : "workspace.update",
);
const edits = planVerb(verb, (path) => {
  const full = join(repositoryRoot, path);
  return existsSync(full) ? readFileSync(full, "utf8") : null;
});

for (const [path, text] of edits) {
  mkdirSync(dirname(join(repositoryRoot, path)), { recursive: true });
  writeFileSync(join(repositoryRoot, path), text);
}
const biome = join(repositoryRoot, "node_modules/@biomejs/biome/bin/biome");
const { output } = await runNode([biome, "check", "--write", ...edits.keys()]);
if (/error/i.test(output)) console.log(output);
console.log([...edits.keys()].join("\n"));
console.log(
  `\nNow write what ${verb.name} does, and say it in its test. Permission: ${verb.kind === "workspace" ? verb.permission : "one's own account"}.`,
);
