import * as z from "zod";
import { ACCOUNT_STANDINGS } from "../inputs/accounts.ts";
import { ROLES } from "../permissions.ts";
import { SYSTEM_ROLES } from "../system-permissions.ts";
import { HistoryEntry } from "./workspaces.ts";

const Timestamp = z.string().meta({ format: "date-time" });

/** An account as the console lists it. */
export const ListedAccount = z.object({
  id: z.string(),
  displayName: z.string(),
  username: z.string(),
  email: z.string(),
  status: z.enum(ACCOUNT_STANDINGS),
  role: z.enum(SYSTEM_ROLES),
  createdAt: Timestamp,
});
export type ListedAccount = z.infer<typeof ListedAccount>;

export const AccountPage = z.object({ items: z.array(ListedAccount), nextCursor: z.string().nullable() });
export type AccountPage = z.infer<typeof AccountPage>;

const AccountSession = z.object({
  id: z.string(),
  app: z.enum(["WEB", "ADMIN"]),
  browser: z.string().nullable(),
  os: z.string().nullable(),
  ip: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  assurance: z.number(),
  createdAt: Timestamp,
  lastSeenAt: Timestamp,
});

const AccountAttempt = z.object({
  id: z.string(),
  at: Timestamp,
  kind: z.string(),
  outcome: z.string(),
  app: z.enum(["WEB", "ADMIN"]),
  ip: z.string().nullable(),
  browser: z.string().nullable(),
  os: z.string().nullable(),
});

/** One account in full, as far as the console may see it: never a secret, never what lies in a workspace. */
export const AccountDetail = ListedAccount.extend({
  emailVerifiedAt: Timestamp.nullable(),
  deletionDueAt: Timestamp.nullable(),
  suspension: z.object({ at: Timestamp, until: Timestamp.nullable(), reason: z.string() }).nullable(),
  /** The only one left who can name admins: cannot be suspended. */
  isLastSuperadmin: z.boolean(),
  waysIn: z.object({
    password: z.boolean(),
    totp: z.boolean(),
    passkeys: z.number(),
    backupCodes: z.number(),
    providers: z.array(z.string()),
    tokens: z.number(),
    trustedDevices: z.number(),
  }),
  sessions: z.array(AccountSession),
  attempts: z.array(AccountAttempt),
  workspaces: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      slug: z.string(),
      role: z.enum(ROLES),
      isActive: z.boolean(),
      isDeleted: z.boolean(),
    }),
  ),
  history: z.array(HistoryEntry),
});
export type AccountDetail = z.infer<typeof AccountDetail>;

/** `workspaces`: how many passed to someone else, and how many are without an owner now. */
export const SuspendedAccount = z.object({
  id: z.string(),
  sessionsEnded: z.number(),
  workspaces: z.object({ passed: z.number(), ownerless: z.number() }),
});
export const ReactivatedAccount = z.object({ id: z.string() });
export const EndedSessions = z.object({ id: z.string(), ended: z.number() });
