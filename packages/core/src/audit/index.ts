export type { AuditFault, AuditVerdict } from "./verify-audit.ts";
export { verifyAudit } from "./verify-audit.ts";
export { verifyExport } from "./verify-export.ts";
export { checkpointFolder, checkpointSigner, writeCheckpoint } from "./write-checkpoint.ts";
