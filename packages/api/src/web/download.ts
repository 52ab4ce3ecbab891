import { fail } from "@pronaflow/contract";
import { downloadLogExport } from "@pronaflow/core/access-log";
import type { Download } from "@pronaflow/core/account";
import { downloadExport } from "@pronaflow/core/account";
import type { ApiContext } from "../trpc/context.ts";

/** A file by its path below `/api/exports/`: an archive of one's own data by its id, a workspace's log by both ids. */
export async function download(ctx: ApiContext, path: string): Promise<Download> {
  const [first = "", second, ...more] = path.split("/");
  if (more.length > 0) return fail("NOT_FOUND");
  return second === undefined ? await downloadExport(ctx, first) : await downloadLogExport(ctx, first, second);
}
