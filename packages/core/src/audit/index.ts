export type { AuditFault, AuditVerdict } from "./verify-audit.ts";
export { verifyAudit } from "./verify-audit.ts";
export { checkpointSigner, writeCheckpoint } from "./write-checkpoint.ts";
