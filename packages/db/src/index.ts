export type { Database, DatabaseOptions } from "./client.ts";
export { openDatabase } from "./client.ts";
export type { Failure } from "./failures.ts";
export { classifyFailure } from "./failures.ts";
export { Prisma } from "./generated/client.ts";
export * from "./generated/enums.ts";
export type { Tx } from "./transaction.ts";
