export type Step = { name: string; stop: () => Promise<void> };

/**
 * Stops the parts in the reverse order of their start, group after group; parts of one group at once. A part that fails
 * to stop is reported and does not keep the next from stopping.
 */
export class ShutdownOrder {
  readonly #groups: Step[][] = [];
  #running: Promise<void> | null = null;

  add(...group: Step[]): void {
    this.#groups.push(group);
  }

  /** Idempotent: a second Ctrl-C waits for the first. */
  run(report: (message: string) => void): Promise<void> {
    this.#running ??= this.#runOnce(report);
    return this.#running;
  }

  async #runOnce(report: (message: string) => void): Promise<void> {
    for (const group of this.#groups.reverse()) {
      await Promise.all(
        group.map(async ({ name, stop }) => {
          try {
            await stop();
          } catch (error) {
            report(`${name} did not stop cleanly: ${error instanceof Error ? error.message : String(error)}`);
          }
        }),
      );
    }
  }
}
