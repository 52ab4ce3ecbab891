import * as z from "zod";
import { Timestamp } from "./identity.ts";

/** A passkey as its owner sees it: never its key. */
export const Passkey = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: Timestamp,
  /** Null where it was never used since it was added. */
  lastUsedAt: Timestamp.nullable(),
  /** Whether its keeper copies it to other devices of its owner. */
  isSynced: z.boolean(),
  /** The host it was made for, and answers on alone; null where that was not written down. */
  host: z.string().nullable(),
});
export type Passkey = z.infer<typeof Passkey>;

export const Passkeys = z.object({
  passkeys: z.array(Passkey),
  /** How many one account may have. */
  limit: z.number(),
  /** The host of the app that asks: a passkey made for another does not answer here. */
  host: z.string(),
});
export type Passkeys = z.infer<typeof Passkeys>;

const Descriptor = z.object({ id: z.string(), type: z.literal("public-key"), transports: z.array(z.string()) });

/** For `navigator.credentials.create`, in WebAuthn's JSON form. */
export const PasskeyCreation = z.object({
  challenge: z.string(),
  rp: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.object({ alg: z.number(), type: z.literal("public-key") })),
  timeout: z.number(),
  attestation: z.literal("none"),
  excludeCredentials: z.array(Descriptor),
  authenticatorSelection: z.object({
    residentKey: z.literal("required"),
    requireResidentKey: z.boolean(),
    userVerification: z.literal("required"),
  }),
});
export type PasskeyCreation = z.infer<typeof PasskeyCreation>;

/** For `navigator.credentials.get`, in WebAuthn's JSON form. */
export const PasskeyRequest = z.object({
  challenge: z.string(),
  rpId: z.string(),
  timeout: z.number(),
  allowCredentials: z.array(Descriptor),
  userVerification: z.literal("required"),
});
export type PasskeyRequest = z.infer<typeof PasskeyRequest>;

/** A passkey was added: this session has a new token. */
export const PasskeyAdded = z.object({ passkey: Passkey, token: z.string().optional(), expiresAt: Timestamp });
export type PasskeyAdded = z.infer<typeof PasskeyAdded>;

export const PasskeyRemoved = z.object({ token: z.string().optional(), expiresAt: Timestamp });
export type PasskeyRemoved = z.infer<typeof PasskeyRemoved>;
