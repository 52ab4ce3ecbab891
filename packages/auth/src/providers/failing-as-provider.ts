import { AuthorizationResponseError, ClientError, ResponseBodyError } from "openid-client";
import { ProviderFailure } from "./provider.ts";

/** Runs the library's part of a flow, whole within `timeoutMs`; whatever it throws becomes a ProviderFailure without a word of what was sent. */
export async function failingAsProvider<Result>(timeoutMs: number, work: () => Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ProviderFailure("unavailable", "deadline")), timeoutMs);
  });
  try {
    return await Promise.race([work(), late]);
  } catch (error) {
    throw toProviderFailure(error);
  } finally {
    clearTimeout(timer);
  }
}

function toProviderFailure(error: unknown): ProviderFailure {
  if (error instanceof ProviderFailure) return error;
  if (error instanceof ClientError) {
    if (error.cause instanceof ProviderFailure) return error.cause;
    return new ProviderFailure(error.code === "OAUTH_TIMEOUT" ? "unavailable" : "refused", error.code ?? "unknown");
  }
  // `error` is one of the registered codes (invalid_grant, access_denied …), the description beside it is free text.
  if (error instanceof ResponseBodyError || error instanceof AuthorizationResponseError) {
    return new ProviderFailure("refused", error.error.slice(0, 40).replace(/[^a-z_]/gi, "?"));
  }
  return new ProviderFailure("refused", error instanceof Error ? error.name : "unknown");
}
