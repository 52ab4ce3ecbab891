import * as z from "zod";
import { LOCALES } from "../locale.ts";
import { SYSTEM_ROLES } from "../system-permissions.ts";
import { WorkspaceSummary } from "./workspaces.ts";

/** Times on the wire are ISO 8601 in UTC. */
export const Timestamp = z.string().meta({ format: "date-time" });

export const ACCOUNT_STATUSES = ["PENDING", "ACTIVE", "SUSPENDED", "DELETED"] as const;

export const User = z.object({
  id: z.string(),
  email: z.string(),
  username: z.string(),
  displayName: z.string(),
  status: z.enum(ACCOUNT_STATUSES),
  systemRole: z.enum(SYSTEM_ROLES),
  locale: z.enum(LOCALES),
  timeZone: z.string(),
  createdAt: Timestamp,
});
export type User = z.infer<typeof User>;

export const Session = z.object({
  id: z.string(),
  current: z.boolean(),
  browser: z.string().nullable(),
  os: z.string().nullable(),
  device: z.string().nullable(),
  ip: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  createdAt: Timestamp,
  lastSeenAt: Timestamp,
});
export type Session = z.infer<typeof Session>;

export const CurrentSession = z.object({
  id: z.string(),
  createdAt: Timestamp,
  expiresAt: Timestamp,
  provedAt: Timestamp,
  /** 1: one factor. 2: two, or a passkey. The console opens at 2. */
  assurance: z.union([z.literal(1), z.literal(2)]),
});

export const Me = z.object({
  user: User,
  session: CurrentSession,
  /** When the account is removed for good; null unless its owner asked for that. Until then it can only be kept. */
  deletionDueAt: Timestamp.nullable(),
  workspaces: z.array(WorkspaceSummary),
  /** Of the workspace used last, on whatever device; null where there is none any more. */
  lastWorkspaceSlug: z.string().nullable(),
});
export type Me = z.infer<typeof Me>;

export const AdminMe = z.object({ user: User, session: CurrentSession, permissions: z.array(z.string()) });
export type AdminMe = z.infer<typeof AdminMe>;

// `token` is left out where a browser page asked: the cookie carries it there, out of reach of scripts.
export const SignedIn = z.object({
  token: z.string().optional(),
  expiresAt: Timestamp,
  user: User,
  lastWorkspaceSlug: z.string().nullable(),
});
export type SignedIn = z.infer<typeof SignedIn>;

export const FACTOR_METHODS = ["totp", "passkey", "backup_code"] as const;
export type FactorMethod = (typeof FACTOR_METHODS)[number];

/** The first factor was right and another is asked for; no session exists yet. */
export const SecondFactorRequired = z.object({
  mfaRequired: z.literal(true),
  challengeId: z.string(),
  methods: z.array(z.enum(FACTOR_METHODS)),
  expiresAt: Timestamp,
});
export type SecondFactorRequired = z.infer<typeof SecondFactorRequired>;

export const SignInAnswer = z.union([SignedIn, SecondFactorRequired]);
export type SignInAnswer = z.infer<typeof SignInAnswer>;

export const VerificationSent = z.object({ status: z.literal("verification_sent") });
export const Verified = z.object({ status: z.literal("verified") });
export const Accepted = z.object({ status: z.literal("accepted") });
export const Done = z.object({ status: z.literal("done") });
export const PasswordChanged = z.object({ token: z.string().optional(), expiresAt: Timestamp });
export const SteppedUp = z.object({ token: z.string().optional(), provedAt: Timestamp });
export const Sessions = z.object({ sessions: z.array(Session) });
