import type { Provider } from "@pronaflow/auth";
import { ProviderFailure } from "@pronaflow/auth";
import { fail } from "@pronaflow/contract";
import type { RequestContext } from "../kernel/context.ts";

/**
 * Asks a provider something, outside every transaction: one that hangs holds no connection and no lock. The log hears why
 * it came to nothing, in a code; the caller only which of two it was.
 * @throws PROVIDER_UNAVAILABLE, PROVIDER_REFUSED.
 */
export async function askProvider<Answer>(
  ctx: RequestContext,
  provider: Provider,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    const { kind, reason } = error;
    ctx.services.log.warn("provider failed", { provider: provider.key, kind, reason, requestId: ctx.requestId });
    return kind === "unavailable" ? fail("PROVIDER_UNAVAILABLE", { retryAfterSeconds: 5 }) : fail("PROVIDER_REFUSED");
  }
}
