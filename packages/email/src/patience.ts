import type { Readable } from "node:stream";

export interface Patience {
  /** Aborts when the time of the current phase is over. */
  signal: AbortSignal;
  /** Starts the second phase when the connection has read this message to its end; gives it back untouched. */
  watch<S extends Readable>(message: S): S;
  stop(): void;
}

/**
 * How long one delivery may take, in two phases: `totalMs` until the last byte of the message is handed over, then
 * `finalReplyMs` for the server's answer. Giving up between the two makes twins, as the server may have taken the
 * mail; so the second is generous (RFC 5321 4.5.3.2.6 asks for ten minutes; a worker's lease asks for less).
 */
export function startPatience(totalMs: number, finalReplyMs: number): Patience {
  const controller = new AbortController();
  const expire = () => controller.abort();
  let timer = setTimeout(expire, totalMs);
  return {
    signal: controller.signal,
    watch(message) {
      // Its end, not the flush of a stage before it: a small message is flushed into buffers long before it is read.
      message.once("end", () => {
        clearTimeout(timer);
        if (!controller.signal.aborted) timer = setTimeout(expire, finalReplyMs);
      });
      return message;
    },
    stop: () => clearTimeout(timer),
  };
}
