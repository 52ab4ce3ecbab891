export type { InvariantFinding, OwnerConnection } from "./check-invariants.ts";
export { checkInvariants } from "./check-invariants.ts";
