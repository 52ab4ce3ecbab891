import type { Check, Problem, Tree } from "./check.ts";
import { lineAt } from "./source-files.ts";

/** A path in the documents that names a file of ours names one that is there: what proves a claim does not go unseen. */
export const citedPaths: Check = { name: "cited paths exist", run: checkCitations };

const CITED = /`((?:apps|packages|tooling|examples|bench|docs)\/[\w./()[\]-]+\.(?:tsx?|md|prisma|sql|json))`/g;

function checkCitations(tree: Tree): Problem[] {
  const paths = new Set(tree.map(({ path }) => path));
  const documents = tree.filter(({ path }) => path.startsWith("docs/") && path.endsWith(".md"));
  return documents.flatMap(({ path, text }) =>
    [...text.matchAll(CITED)].flatMap(({ 1: cited = "", index }) =>
      paths.has(cited) ? [] : [{ path, line: lineAt(text, index), message: `${cited} is not there any more.` }],
    ),
  );
}
