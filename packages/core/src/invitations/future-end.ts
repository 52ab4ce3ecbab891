import { fail } from "@pronaflow/contract";
import type { RequestContext } from "../kernel/context.ts";

/** When a Guest's membership is to end. @throws INVALID_INPUT where that is not in the future. */
export function futureEnd(ctx: RequestContext, memberEndsAt: string | undefined): Date | null {
  if (memberEndsAt === undefined) return null;
  const end = new Date(memberEndsAt);
  return end > ctx.services.clock.now() ? end : fail("INVALID_INPUT", {}, { memberEndsAt: ["INVALID"] });
}
