import { VARIABLES } from "@pronaflow/core/env";
import type { Tree } from "../checks/check.ts";

const intro = [
  "# Every setting the product reads. All are optional on one machine: `pnpm start` works without this file.",
  "# Copy to .env to change some. Written by `node tooling/run/env-example.ts` from packages/core/src/kernel/env.ts.",
];

/** The text of `.env.example`: one line about each setting, and its default, commented out. */
export function environmentExampleText(): string {
  const entries = Object.entries(VARIABLES).map(
    ([name, { about, example }]) => `# ${about}\n# ${name}=${quoted(example)}`,
  );
  return `${[intro.join("\n"), ...entries].join("\n\n")}\n`;
}

/** The committed `.env.example` is the generated one. */
export function environmentExample(tree: Tree): string[] {
  const committed = tree.find(({ path }) => path === ".env.example")?.text;
  if (committed === environmentExampleText()) return [];
  return [".env.example is not what the settings say. Run: node tooling/run/env-example.ts"];
}

function quoted(value: string): string {
  return /[\s<>]/.test(value) ? `"${value}"` : value;
}
