import * as z from "zod";
import { lineOfText } from "../text.ts";
import { ChallengeId } from "./factors.ts";

/** Bytes as WebAuthn's JSON carries them; the lengths are bounds against abuse, far above what authenticators send. */
const Bytes = (max: number) =>
  z
    .string()
    .min(1, "REQUIRED")
    .max(max, "INVALID")
    .regex(/^[A-Za-z0-9_-]+$/, "INVALID");

// A credential's id has 1023 bytes at most (WebAuthn §4), which are 1364 characters of base64url.
const CredentialId = Bytes(1364);
const Transport = z.string().regex(/^[a-z-]{1,20}$/, "INVALID");

// Not strict: browsers may add fields to what they hand over, and they are left out here.
const credential = { id: CredentialId, type: z.literal("public-key", "INVALID") };

/** What `navigator.credentials.create` gave, in WebAuthn's JSON form. */
export const PasskeyAttestation = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: Bytes(8192),
    attestationObject: Bytes(32_768),
    transports: z.array(Transport).max(10, "INVALID").optional(),
  }),
});

/** What `navigator.credentials.get` gave, in WebAuthn's JSON form. */
export const PasskeyAssertion = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: Bytes(8192),
    authenticatorData: Bytes(8192),
    signature: Bytes(4096),
    userHandle: Bytes(128).nullish(),
  }),
});

export const PasskeyName = lineOfText(1, 80, "PASSKEY_NAME_LENGTH");

/** Without a name, the passkey is called after its keeper or the device. */
export const AddPasskeyInput = z.strictObject({ response: PasskeyAttestation, name: PasskeyName.optional() });
export const RenamePasskeyInput = z.strictObject({ passkeyId: z.uuid("INVALID"), name: PasskeyName });
export const RemovePasskeyInput = z.strictObject({ passkeyId: z.uuid("INVALID") });
export const SignInByPasskeyInput = z.strictObject({ response: PasskeyAssertion });
export const StepUpByPasskeyInput = z.strictObject({ response: PasskeyAssertion });
export const PasskeyChallengeInput = z.strictObject({ challengeId: ChallengeId });

/** The second step of a sign-in. `trustDevice` spares this browser the second step for 30 days, in the user app only. */
export const VerifyPasskeyInput = z.strictObject({
  challengeId: ChallengeId,
  response: PasskeyAssertion,
  trustDevice: z.boolean().optional(),
});
