import { setTimeout as delay } from "node:timers/promises";

const POLL_MS = 100;

/** Waits until `url` answers 200; throws with its last answer when `timeoutMs` have passed. */
export async function waitUntilReady(url: string, timeoutMs: number, signal: AbortSignal): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  let last = "no answer";
  while (performance.now() < deadline) {
    signal.throwIfAborted();
    try {
      const answer = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]) });
      if (answer.ok) return;
      last = `${answer.status} ${(await answer.text()).slice(0, 300)}`;
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
    await delay(POLL_MS, undefined, { signal });
  }
  throw new Error(`${url} was not ready after ${Math.round(timeoutMs / 1000)} s: ${last}`);
}
