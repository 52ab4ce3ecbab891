import { createClient } from "@redis/client";
import type { Clock } from "./clock.ts";
import type { Rate, Taken } from "./limiter.ts";
import type { Log } from "./log.ts";
import { factsOf } from "./log.ts";

/** How long an answer may take before Postgres is asked instead. */
const PATIENCE_MS = 50;
/** How long Redis is left alone after it failed, so that not every call waits for it. */
const REST_MS = 5_000;
const LOG_EVERY_MS = 60_000;

/** Buckets in Redis or Valkey, shared by every instance. Null where it cannot be asked just now. */
export interface SharedRates {
  take(key: string, rate: Rate): Promise<Taken | null>;
  close(): void;
}

/** The same GCRA as `rate_take` of Postgres, in one script: read, judge and write with nobody between. Times in ms. */
const TAKE = `
local now, calls, window = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local step = window / calls
local tat = math.max(tonumber(redis.call('GET', KEYS[1]) or now), now) + step
local over = tat - now - window
if over > 0.001 then return {0, 0, math.ceil(over)} end
redis.call('SET', KEYS[1], string.format('%.3f', tat), 'PX', math.ceil(tat - now) + 1000)
return {1, math.floor(-over / step + 0.001), 0}`;

/**
 * Connects at the first call, and goes on trying for as long as the process lives. Slow, gone, full or wrong, it never lets a call
 * through nor throws: `take` answers null within 50 ms, and the log says so once a minute.
 */
export function openSharedRates(url: string, clock: Clock, log: Log, patienceMs = PATIENCE_MS): SharedRates {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    socket: { connectTimeout: 2_000, reconnectStrategy: (retries) => Math.min(100 * 2 ** retries, REST_MS) },
  });
  let restsUntil = 0;
  let saidAt = Number.NEGATIVE_INFINITY;
  const sayOnce = (error: unknown) => {
    const now = clock.now().getTime();
    if (now - saidAt < LOG_EVERY_MS) return;
    saidAt = now;
    log.warn("rate limits: Redis did not answer, Postgres counts meanwhile", factsOf(error));
  };
  client.on("error", sayOnce);
  let hasBegun = false;

  return {
    async take(key, rate) {
      const now = clock.now().getTime();
      if (!hasBegun) client.connect().catch(sayOnce);
      hasBegun = true;
      if (now < restsUntil || !client.isReady) return null;
      try {
        const args = [String(now), String(rate.calls), String(rate.windowSeconds * 1000)];
        return toTaken(await patiently(client.eval(TAKE, { keys: [`rate:${key}`], arguments: args }), patienceMs));
      } catch (error) {
        restsUntil = now + REST_MS;
        sayOnce(error);
        return null;
      }
    },
    close() {
      if (client.isOpen) client.destroy();
    },
  };
}

function toTaken(answer: unknown): Taken {
  if (!Array.isArray(answer) || answer.length !== 3) throw new TypeError("An answer of another form.");
  const [allowed, remaining, retryAfterMs] = answer.map(Number) as [number, number, number];
  return { isAllowed: allowed === 1, remaining, retryAfterMs };
}

async function patiently<Answer>(asked: Promise<Answer>, patienceMs: number): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("Redis is slow.")), patienceMs);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
