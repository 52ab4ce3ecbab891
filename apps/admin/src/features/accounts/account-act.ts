/** What may be done to an account here. */
export type AccountAct = { kind: "suspend" | "reactivate" | "endSessions" } | { kind: "endSession"; sessionId: string };
