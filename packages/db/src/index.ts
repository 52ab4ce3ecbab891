export type { Database, DatabaseOptions, PrismaClient, Tx } from "./client.ts";
export { openDatabase } from "./client.ts";
export type { Failure } from "./failures.ts";
export { classifyFailure } from "./failures.ts";
export { Prisma } from "./generated/client.ts";
export * from "./generated/enums.ts";
