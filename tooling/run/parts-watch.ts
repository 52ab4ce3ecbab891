import type { ManagedProcess } from "./managed-process.ts";

/** Notices the death of a part that nobody asked to stop: half a product is worse than none. */
export class PartsWatch {
  readonly died: Promise<never>;
  #report: (error: Error) => void = () => {};
  readonly #signal: AbortSignal;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
    this.died = new Promise((_, reject) => {
      this.#report = reject;
    });
    this.died.catch(() => {});
  }

  watch(part: ManagedProcess): void {
    void part.exited.then(({ code, signal }) => {
      if (this.#signal.aborted) return;
      const how = signal ? `was ended by ${signal}` : `ended with code ${code}`;
      this.#report(new Error([`${part.name} ${how}. Its last lines:`, ...part.tail()].join("\n  ")));
    });
  }
}
