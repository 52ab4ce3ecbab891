/** Why the embedded server could not be started. `message` is written for the person at the terminal. */
export class EmbeddedFailure extends Error {
  readonly reason: "held" | "port_taken" | "not_started";

  constructor(reason: EmbeddedFailure["reason"], message: string) {
    super(message);
    this.name = "EmbeddedFailure";
    this.reason = reason;
  }
}
