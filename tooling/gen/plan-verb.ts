import { commandFile, routerFile, testFile } from "./new-files.ts";
import type { Verb } from "./verb.ts";
import { camel } from "./verb.ts";

/** Reads a file of the repository by its path; null when there is none. */
export type Read = (path: string) => string | null;

/** What a new verb adds to the tree: whole new texts by path. Throws when the verb exists. */
export function planVerb(verb: Verb, read: Read): Map<string, string> {
  const folder = `packages/core/src/${verb.noun}`;
  if (read(`${folder}/${verb.file}.ts`) !== null) throw new Error(`${folder}/${verb.file}.ts exists.`);
  const edits = new Map<string, string>();
  const current = (path: string, otherwise = "") => edits.get(path) ?? read(path) ?? otherwise;
  edits.set(`${folder}/${verb.file}.ts`, commandFile(verb));
  edits.set(`${folder}/${verb.file}.test.ts`, testFile(verb));
  edits.set(
    `${folder}/index.ts`,
    `${current(`${folder}/index.ts`)}export { ${verb.name} } from "./${verb.file}.ts";\n`,
  );

  const inputs = `packages/contract/src/inputs/${verb.noun}.ts`;
  edits.set(inputs, withInput(verb, current(inputs, 'import * as z from "zod";\n')));
  const actions = "packages/contract/src/audit-actions.ts";
  edits.set(actions, current(actions).replace("] as const;", `  "${verb.action}",\n] as const;`));
  const manifest = "packages/core/package.json";
  edits.set(manifest, withFace(verb.noun, current(manifest)));

  const router = `packages/api/src/web/${verb.noun}-router.ts`;
  const root = "packages/api/src/web/index.ts";
  if (read(router) === null) edits.set(root, withRouter(verb.noun, current(root)));
  edits.set(router, withEntry(verb, current(router, routerFile(verb.noun))));
  return edits;
}

function withInput({ kind, input, noun }: Verb, text: string): string {
  if (kind === "user") return `${text}\nexport const ${input} = z.strictObject({});\n`;
  const isOwn = noun === "workspaces" || text.includes("WorkspaceId");
  const imported = isOwn ? text : text.replace("\n", '\nimport { WorkspaceId } from "./workspaces.ts";\n');
  return `${imported}\nexport const ${input} = z.strictObject({ id: WorkspaceId });\n`;
}

function withFace(noun: string, manifest: string): string {
  const parsed: { exports: Record<string, string> } = JSON.parse(manifest);
  parsed.exports[`./${noun}`] ??= `./src/${noun}/index.ts`;
  return `${JSON.stringify(parsed, null, 2)}\n`;
}

function withRouter(noun: string, root: string): string {
  const name = `${camel(noun)}Router`;
  return root
    .replace(/\n\n/, `\nimport { ${name} } from "./${noun}-router.ts";\n\n`)
    .replace("router({", `router({ ${camel(noun)}: ${name},`);
}

function withEntry({ kind, noun, name, input, entry }: Verb, router: string): string {
  const procedure = `${kind}Procedure`;
  const imported = router.includes(procedure)
    ? router
    : router.replace(
        /import \{ (.*) \} from "\.\.\/trpc\/init\.ts";/,
        `import { $1, ${procedure} } from "../trpc/init.ts";`,
      );
  const core = /import \* as (\w+) from "@pronaflow\/core/.exec(imported)?.[1] ?? camel(noun);
  const withDone = /\bDone\b/.test(imported)
    ? imported
    : `import { Done } from "@pronaflow/contract/outputs/identity";\n${imported}`;
  const done = /import \{[^}]*\bDone\b/.test(withDone) ? "Done" : "outputs.Done";
  const line = `  ${entry}: ${procedure}.input(inputs.${input}).output(${done}).mutation(({ ctx, input }) => ${core}.${name}(ctx, input)),\n`;
  const end = withDone.lastIndexOf("});");
  return withDone.slice(0, end) + line + withDone.slice(end);
}
