import { fork } from "node:child_process";
import { extname, join } from "node:path";
import { fail, ProductError } from "@pronaflow/contract";
import type { ImageAnswer, PictureFit, Redrawn } from "./image-messages.ts";
import { PICTURE_BYTES_MAX } from "./image-messages.ts";
import { pictureTypeOf } from "./picture-form.ts";

export interface ImageWorker {
  /**
   * A stranger's picture as WebP of 256 and 64 px, upright and without metadata.
   * @throws IMAGE_REFUSED with `why` where it is too large (`size`), no still PNG, JPEG or WebP (`form`), not what it is called
   *   (`type`), of too many pixels (`pixels`) or cannot be read (`unreadable`); BUSY where too many wait, TIMEOUT where reading it takes too long.
   */
  redraw(bytes: Buffer, declared: string, fit: PictureFit): Promise<Redrawn>;
}

interface Bounds {
  /** Pictures that wait while one is read. */
  queue: number;
  /** How long one may be read for. */
  timeLimitMs: number;
}

/** The API answers within 5 seconds: one picture and a short line fit into that. */
const BOUNDS: Bounds = { queue: 8, timeLimitMs: 4_000 };

/**
 * Reads pictures one at a time, each in a process of its own at the lowest priority, which is killed when its time is
 * over: whatever a picture does to its decoder, it does to that process and to no other picture (decision 015).
 */
export function openImageWorker(bounds: Partial<Bounds> = {}): ImageWorker {
  const { queue, timeLimitMs } = { ...BOUNDS, ...bounds };
  let last: Promise<unknown> = Promise.resolve();
  let held = 0;
  return {
    async redraw(bytes, declared, fit) {
      if (bytes.length > PICTURE_BYTES_MAX) fail("IMAGE_REFUSED", { why: "size" });
      const type = pictureTypeOf(bytes);
      if (type === null) return fail("IMAGE_REFUSED", { why: "form" });
      if (type !== declared) return fail("IMAGE_REFUSED", { why: "type" });
      if (held > queue) return fail("BUSY", { retryAfterSeconds: 2 });
      held += 1;
      const mine = last.then(() => redrawApart({ bytes, fit }, timeLimitMs));
      last = mine.catch(() => undefined);
      try {
        const made = await mine;
        if (made === "pixels") return fail("IMAGE_REFUSED", { why: "pixels" });
        return made ?? fail("IMAGE_REFUSED", { why: "unreadable" });
      } finally {
        held -= 1;
      }
    },
  };
}

/** Null where the process refused or died. */
function redrawApart(request: { bytes: Buffer; fit: PictureFit }, timeLimitMs: number): Promise<ImageAnswer> {
  // Beside this file under the same ending: the source in development and tests, the bundle in `dist`.
  const program = join(import.meta.dirname, `image-process${extname(import.meta.filename)}`);
  const child = fork(program, [], {
    // Neither the server's secrets nor its flags; little room for script, the pixels are bounded by their number.
    env: { NODE_ENV: "production", UV_THREADPOOL_SIZE: "2" },
    execArgv: ["--max-old-space-size=96"],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    serialization: "advanced",
  });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new ProductError("TIMEOUT", { retryAfterSeconds: 2 }));
    }, timeLimitMs);
    const settle = (answer: ImageAnswer) => {
      clearTimeout(timer);
      child.kill("SIGKILL");
      resolve(answer);
    };
    child.once("message", (answer) => settle(answer as ImageAnswer));
    child.once("exit", () => settle(null));
    child.once("error", () => settle(null));
    child.send(request, (error) => (error ? settle(null) : undefined));
  });
}
