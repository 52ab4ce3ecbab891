export { confirmMfa } from "./confirm-mfa.ts";
export { disableMfa } from "./disable-mfa.ts";
export { enableMfa } from "./enable-mfa.ts";
export { countBackupCodes, getMfaStatus } from "./queries.ts";
export { regenerateBackupCodes } from "./regenerate-backup-codes.ts";
export type { Verified } from "./verify-mfa.ts";
export { verifyMfa } from "./verify-mfa.ts";
