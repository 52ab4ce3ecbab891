import { newToken } from "@pronaflow/auth";
import type { RequestContext } from "../kernel/context.ts";

/**
 * The token of the old address's link. It is derived from the change, so that the mail of the request and that of the
 * confirmation hold one link and neither stops working; the database knows its SHA-256, as with every link.
 */
export function oldAddressToken(ctx: RequestContext, changeId: string): string {
  return newToken((size) => ctx.services.keys.mac("email-change-undo", changeId).subarray(0, size));
}

export function oldAddressLink(ctx: RequestContext, changeId: string): string {
  return `${ctx.services.env.APP_URL}/undo-email#token=${oldAddressToken(ctx, changeId)}`;
}
