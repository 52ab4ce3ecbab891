export { downloadLogExport } from "./download-log-export.ts";
export { listAccessLog } from "./list-access-log.ts";
export { listLogExports } from "./list-log-exports.ts";
export { listLogPeople } from "./list-log-people.ts";
export { requestLogExport } from "./request-log-export.ts";
