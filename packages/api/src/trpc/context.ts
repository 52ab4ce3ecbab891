import { pickLocale } from "@pronaflow/contract";
import type { RequestContext, Services } from "@pronaflow/core/kernel";
import { authenticateRequest } from "@pronaflow/core/sessions";
import type { Call } from "../server/options.ts";
import { rateHeaders } from "../server/rate-headers.ts";

/** What a procedure knows: the request, who asks, and the ways to answer beside the body. */
export interface ApiContext extends RequestContext {
  /** Sends the session's cookie, or takes it away. */
  readonly setCookie: (cookie: string) => void;
  /** Whether the answer may hold the token: not where a browser's page asked, whose scripts could read it. */
  readonly showsToken: boolean;
}

/** Makes the context of one request; one round trip where it presents a session, none where it does not. */
export async function createApiContext(services: Services, call: Call): Promise<ApiContext> {
  const { headers } = call;
  const ip = call.ip === "" ? null : call.ip;
  const credentials = { cookieHeader: headers.get("cookie"), authorization: headers.get("authorization") };
  const { actor, setCookie } = await authenticateRequest(services, credentials, { ip, also: call.also });
  if (setCookie) call.setCookie(setCookie);
  return {
    services,
    requestId: call.requestId,
    ip,
    userAgent: headers.get("user-agent"),
    locale: actor?.account.locale ?? pickLocale(headers.get("accept-language")),
    deviceToken: services.sessions.readDeviceToken(headers.get("cookie")),
    flowToken: services.sessions.readFlowToken(headers.get("cookie")),
    actor,
    idempotencyKey: headers.get("idempotency-key"),
    noteReplay: () => call.setHeader("Idempotency-Replayed", "true"),
    noteRate: rateHeaders(call),
    setCookie: (cookie) => call.setCookie(cookie),
    showsToken: call.transport === "rest" || !headers.has("sec-fetch-site"),
  };
}
