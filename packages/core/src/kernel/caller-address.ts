import { clientIp } from "@pronaflow/auth";
import type { Env } from "./env.ts";

/** The address a request came from; `forwardedFor` counts only when `TRUSTED_PROXIES` names the peer. */
export function callerAddress(env: Env, peer: string, forwardedFor: string | undefined): string | null {
  return clientIp(peer, forwardedFor, env.TRUSTED_PROXIES);
}
