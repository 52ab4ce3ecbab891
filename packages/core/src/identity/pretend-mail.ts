import type { AuditAction } from "@pronaflow/contract";
import type { Tx } from "@pronaflow/db";
import { appendAudit } from "../kernel/audit.ts";
import type { RequestContext } from "../kernel/context.ts";
import type { Mail } from "../kernel/outbox.ts";
import { enqueueMails } from "../kernel/outbox.ts";
import { spendEqually } from "./spend-equally.ts";

/** Writes a link, a mail and an audit row and takes them back: what a request for an address nobody has costs. */
export async function pretendMail(
  tx: Tx,
  ctx: RequestContext,
  action: AuditAction,
  makeMail: () => Promise<Mail>,
): Promise<void> {
  await spendEqually(tx, async () => {
    const mail = await makeMail();
    await enqueueMails(tx, ctx, [mail]);
    const change = { target: ctx.services.random.uuid() };
    await appendAudit(tx, ctx, { action, workspaceId: null, change, isSystem: false });
  });
}
