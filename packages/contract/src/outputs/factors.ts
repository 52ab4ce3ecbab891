import * as z from "zod";
import { FACTOR_METHODS, SignedIn, Timestamp } from "./identity.ts";

/** What the security page shows of the second step. */
export const MfaStatus = z.object({
  enabled: z.boolean(),
  /** Since when it is on; null where it is off. */
  since: Timestamp.nullable(),
  backupCodesRemaining: z.number(),
  /** On, and two codes or fewer are left: time to make new ones. */
  backupCodesLow: z.boolean(),
  /** What a sign-in could be finished with; empty where it is off. */
  methods: z.array(z.enum(FACTOR_METHODS)),
});
export type MfaStatus = z.infer<typeof MfaStatus>;

/** Shown once, while the authenticator app is set up. */
export const MfaEnrolment = z.object({
  /** 160 bits in base32, for typing. */
  secret: z.string(),
  otpauthUrl: z.string(),
  /** The same address as a picture: a PNG data URL. */
  qrCode: z.string(),
});
export type MfaEnrolment = z.infer<typeof MfaEnrolment>;

/** Ten codes, shown once. */
export const NewBackupCodes = z.object({ backupCodes: z.array(z.string()) });
export type NewBackupCodes = z.infer<typeof NewBackupCodes>;

export const MfaConfirmed = NewBackupCodes.extend({ token: z.string().optional(), expiresAt: Timestamp });
export type MfaConfirmed = z.infer<typeof MfaConfirmed>;

export const MfaDisabled = z.object({ token: z.string().optional(), expiresAt: Timestamp });
export type MfaDisabled = z.infer<typeof MfaDisabled>;

/** A sign-in that took two steps. Where a backup code was spent, how many are left is said. */
export const MfaVerified = SignedIn.extend({
  backupCodesRemaining: z.number().nullable(),
  backupCodesLow: z.boolean(),
});
export type MfaVerified = z.infer<typeof MfaVerified>;

export const BackupCodesLeft = z.object({ remaining: z.number(), isLow: z.boolean() });
export type BackupCodesLeft = z.infer<typeof BackupCodesLeft>;

/** A browser that is spared the second step. */
export const TrustedDevice = z.object({
  id: z.string(),
  current: z.boolean(),
  browser: z.string().nullable(),
  os: z.string().nullable(),
  device: z.string().nullable(),
  ip: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  firstSeenAt: Timestamp,
  lastSeenAt: Timestamp,
  trustedUntil: Timestamp,
});
export type TrustedDevice = z.infer<typeof TrustedDevice>;

export const TrustedDevices = z.object({ devices: z.array(TrustedDevice) });
