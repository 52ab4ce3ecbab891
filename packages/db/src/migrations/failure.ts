/** Why a database could not be migrated. `message` says what to do, for the person at the terminal. */
export class MigrationFailure extends Error {
  readonly reason: "failed" | "stuck" | "edited" | "diverged" | "busy";
  readonly migration: string | null;

  constructor(reason: MigrationFailure["reason"], migration: string | null, message: string) {
    super(message);
    this.name = "MigrationFailure";
    this.reason = reason;
    this.migration = migration;
  }
}
