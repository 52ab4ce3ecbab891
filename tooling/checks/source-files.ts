import type { Tree, TreeFile } from "./check.ts";

/** TypeScript somebody wrote: what the rules about files speak of. */
export function sourceFiles(tree: Tree): TreeFile[] {
  return tree.filter(({ path }) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts"));
}

/** A test, or what only tests use: may import what the product may not. */
export function isTestFile(path: string): boolean {
  return /\.(test|spec)\.tsx?$/.test(path) || /^apps\/[^/]+\/e2e\//.test(path);
}

/** Lines of a file as an editor counts them; a final line break starts no new line. */
export function lineCount(text: string): number {
  const lines = text.split("\n").length;
  return text.endsWith("\n") ? lines - 1 : lines;
}

/** The line an offset lies on, from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
