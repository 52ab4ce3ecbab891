import type { CustomFetch } from "openid-client";
import { ProviderFailure } from "./provider.ts";

/** Metadata, keys and tokens are a few KB; GitHub's list of addresses is the longest answer that is asked for. */
const LONGEST_ANSWER = 512 * 1024;

/**
 * Fetches from a provider: redirects are not followed, an answer is read to the end here and only so far. No answer, or
 * one that says "later", is `unavailable`.
 */
export const boundedFetch: CustomFetch = async (url, { signal, body, ...options }) => {
  try {
    const response = await fetch(url, {
      ...options,
      redirect: "manual",
      signal: signal ?? null,
      body: (body ?? null) as BodyInit | null,
    });
    if (response.status >= 500 || response.status === 429) {
      await response.body?.cancel();
      throw new ProviderFailure("unavailable", `status ${response.status}`);
    }
    const { status, headers } = response;
    const hasBody = status !== 204 && status !== 304;
    return new Response(hasBody ? await readBounded(response) : null, { status, headers });
  } catch (error) {
    if (error instanceof ProviderFailure) throw error;
    throw new ProviderFailure("unavailable", error instanceof DOMException ? error.name : "no connection");
  }
};

async function readBounded(response: Response): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.byteLength;
    if (length > LONGEST_ANSWER) throw new ProviderFailure("refused", "answer too long");
    parts.push(part);
  }
  return new Blob(parts);
}
