/** Bounds on what one request may cost. Sizes in bytes, times in milliseconds. */
export interface Limits {
  bodyBytes: number;
  /** Of a call that carries a picture. */
  pictureBodyBytes: number;
  jsonDepth: number;
  /** tRPC calls in one request. */
  batchCalls: number;
  /** The request line and all headers together. */
  headerBytes: number;
  headerCount: number;
  /** From the first byte to the last header (slowloris). */
  headersMs: number;
  /** From the first byte to the last byte of the body. */
  receiveMs: number;
  idleConnectionMs: number;
  /** From an admitted API request to its answer; then 503 `TIMEOUT`. */
  answerMs: number;
  /** The same for a page; not in `dev`, where the first request compiles it. */
  pageMs: number;
  probeMs: number;
  /** How long a stopping process says "not ready" while still accepting, so that a proxy notices first. */
  drainNoticeMs: number;
  /** How long a stopping process waits for requests in flight. */
  drainMs: number;
}

/** A picture of 2 MB grows by a third in base64; the rest is its envelope. 1 MB and 10 calls are the product's rules (OP-4), 5 s and 10 s its reliability bars (F03, G6). */
export const DEFAULT_LIMITS: Limits = {
  bodyBytes: 1_048_576,
  pictureBodyBytes: 2_800_000,
  jsonDepth: 32,
  batchCalls: 10,
  headerBytes: 16_384,
  headerCount: 100,
  headersMs: 10_000,
  receiveMs: 20_000,
  idleConnectionMs: 65_000,
  answerMs: 5_000,
  pageMs: 15_000,
  probeMs: 1_000,
  drainNoticeMs: 0,
  drainMs: 10_000,
};
