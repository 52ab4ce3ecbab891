import type { SessionOrigin } from "@pronaflow/auth";
import { describeDevice } from "@pronaflow/auth";
import type { RequestContext } from "../kernel/context.ts";

/** Browser, system, device, address and place of the request being served, each null where it is not known. */
export function readOrigin(ctx: RequestContext): SessionOrigin {
  const { browser, os, device } = describeDevice(ctx.userAgent);
  const place = ctx.services.places.lookup(ctx.ip);
  return { browser, os, device, ip: ctx.ip, city: place?.city ?? null, country: place?.country ?? null };
}
