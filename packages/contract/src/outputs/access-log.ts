import * as z from "zod";
import { LOG_EXPORT_FORMATS } from "../inputs/access-log.ts";
import { EXPORT_STATES } from "./account.ts";
import { Timestamp } from "./identity.ts";

const Named = z.record(z.string(), z.unknown()).nullable();

export const AccessLogEntry = z.object({
  id: z.string(),
  at: Timestamp,
  action: z.string(),
  /** `SYSTEM`: the product, or a system admin in its name. */
  actorKind: z.enum(["ACCOUNT", "GUEST", "SYSTEM"]),
  actorId: z.string().nullable(),
  actorName: z.string().nullable(),
  target: z.string(),
  /** The person it was done to, where it was one; of an invitation, its address. */
  targetName: z.string().nullable(),
  ip: z.string().nullable(),
  browser: z.string().nullable(),
  os: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  /** What it was and what it became, by named field; null where nothing of that kind was written, or it was erased. */
  before: Named,
  after: Named,
  reason: z.string().nullable(),
});
export type AccessLogEntry = z.infer<typeof AccessLogEntry>;
export const AccessLogPage = z.object({
  items: z.array(AccessLogEntry),
  nextCursor: z.string().nullable(),
  /** Names of the people whose ids stand in `before` and `after`. */
  names: z.record(z.string(), z.string()),
});
export type AccessLogPage = z.infer<typeof AccessLogPage>;

export const LogPerson = z.object({
  /** What `actorId` of the log asks for. */
  id: z.string(),
  displayName: z.string(),
  username: z.string(),
  /** Whether they belong to the workspace now. */
  isMember: z.boolean(),
});
export type LogPerson = z.infer<typeof LogPerson>;
export const LogPeoplePage = z.object({ items: z.array(LogPerson), nextCursor: z.string().nullable() });
export type LogPeoplePage = z.infer<typeof LogPeoplePage>;

export const AccessLogExport = z.object({
  id: z.string(),
  format: z.enum(LOG_EXPORT_FORMATS),
  state: z.enum(EXPORT_STATES),
  /** Of 100. */
  progress: z.number().int(),
  /** How many entries it holds, once it is ready. */
  entries: z.number().int().nullable(),
  requestedAt: Timestamp,
  requestedBy: z.string(),
  expiresAt: Timestamp.nullable(),
});
export type AccessLogExport = z.infer<typeof AccessLogExport>;
export const AccessLogExports = z.object({ items: z.array(AccessLogExport) });
export const RequestedLogExport = z.object({ id: z.string() });
