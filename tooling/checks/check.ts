/** One file of the repository as a check sees it; `path` is relative to the root, with forward slashes. */
export type TreeFile = { path: string; text: string };

/** The hand-written files of the repository. */
export type Tree = readonly TreeFile[];

/** A breach of a rule: where, and what to do about it. */
export type Problem = { path: string; line?: number; message: string };

/** A rule of the house. Pure over the tree, so that a test can show it failing. */
export type Check = { name: string; run: (tree: Tree) => Problem[] };
