import { generateKeyPairSync } from "node:crypto";
import { verifyAuthenticationResponse, verifyRegistrationResponse } from "@simplewebauthn/server";
import { decodeAttestationObject } from "@simplewebauthn/server/helpers";
import type { RelyingParty } from "./passkeys.ts";
import { PASSKEY_ALGORITHMS } from "./passkeys.ts";

/** What a browser hands over after `create`; all in base64url. */
export interface PasskeyAttestation {
  id: string;
  response: { clientDataJSON: string; attestationObject: string; transports?: readonly string[] | undefined };
}

/** What a browser hands over after `get`; all in base64url. */
export interface PasskeyAssertion {
  id: string;
  response: {
    clientDataJSON: string;
    authenticatorData: string;
    signature: string;
    userHandle?: string | null | undefined;
  };
}

/** A new passkey, as it is to be stored. */
export interface NewPasskey {
  credentialId: Buffer<ArrayBuffer>;
  publicKey: Buffer<ArrayBuffer>;
  counter: number;
  aaguid: string;
  isBackedUp: boolean;
}

/**
 * The challenge that an answer claims to be for; null where it cannot be one of ours. Proves nothing: the caller finds its
 * ceremony by it and uses that up.
 */
export function readPasskeyChallenge(clientDataJSON: string): Buffer<ArrayBuffer> | null {
  const { challenge, crossOrigin } = readClientData(clientDataJSON);
  if (typeof challenge !== "string" || crossOrigin === true) return null;
  const bytes = Buffer.from(challenge, "base64url");
  return bytes.length === CHALLENGE_BYTES ? bytes : null;
}

/** Bytes of a challenge: twice the 16 that WebAuthn §13.4.3 asks for. */
export const CHALLENGE_BYTES = 32;

/**
 * Judges a new passkey: challenge, origin, relying party, user verified. What the authenticator says of its own make is
 * neither asked for nor believed: a statement would have certificates fetched from where its sender likes.
 */
export async function verifyNewPasskey(
  party: RelyingParty,
  given: PasskeyAttestation,
  challenge: Buffer,
): Promise<NewPasskey | null> {
  return await judged(async () => {
    const { clientDataJSON, attestationObject } = given.response;
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: {
        ...envelope(given.id),
        response: { clientDataJSON, attestationObject: unattested(attestationObject) },
      },
      expectedChallenge: challenge.toString("base64url"),
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: PASSKEY_ALGORITHMS,
    });
    if (!verified || registrationInfo.credential.id !== given.id) return null;
    const { credential, aaguid, credentialBackedUp: isBackedUp } = registrationInfo;
    const credentialId = Buffer.from(credential.id, "base64url");
    return {
      credentialId,
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      aaguid,
      isBackedUp,
    };
  });
}

/**
 * Judges a passkey's signature over a challenge. `publicKey` null: nobody's key is tried instead, at the same cost. The
 * counter is for the caller to hold against the stored one.
 */
export async function verifyPasskey(
  party: RelyingParty,
  given: PasskeyAssertion,
  { challenge, publicKey }: { challenge: Buffer; publicKey: Uint8Array | null },
): Promise<{ counter: number; isBackedUp: boolean } | null> {
  return await judged(async () => {
    const { clientDataJSON, authenticatorData, signature } = given.response;
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...envelope(given.id), response: { clientDataJSON, authenticatorData, signature } },
      expectedChallenge: challenge.toString("base64url"),
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: { id: given.id, publicKey: Uint8Array.from(publicKey ?? nobodysKey()), counter: 0 },
    });
    if (!verified || !publicKey) return null;
    return { counter: authenticationInfo.newCounter, isBackedUp: authenticationInfo.credentialBackedUp };
  });
}

// The library throws a plain Error for each of its reasons: to the caller they are one.
async function judged<Verdict>(judge: () => Promise<Verdict | null>): Promise<Verdict | null> {
  try {
    return await judge();
  } catch {
    return null;
  }
}

function envelope(id: string) {
  return { id, rawId: id, type: "public-key" as const, clientExtensionResults: {} };
}

function readClientData(clientDataJSON: string): { challenge?: unknown; crossOrigin?: unknown } {
  try {
    const read: unknown = JSON.parse(Buffer.from(clientDataJSON, "base64url").toString("utf8"));
    return typeof read === "object" && read !== null ? read : {};
  } catch {
    return {};
  }
}

/** The same attestation object with its statement left out: CBOR {fmt: "none", attStmt: {}, authData}. */
function unattested(attestationObject: string): string {
  const authData = decodeAttestationObject(Uint8Array.from(Buffer.from(attestationObject, "base64url"))).get(
    "authData",
  );
  const head = Buffer.from("a363666d74646e6f6e656761747453746d74a068617574684461746159", "hex");
  const length = Buffer.alloc(2);
  length.writeUInt16BE(authData.length);
  return Buffer.concat([head, length, authData]).toString("base64url");
}

let unowned: Buffer | undefined;

/** A key that nobody holds, in COSE form: {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}. */
function nobodysKey(): Buffer {
  if (unowned) return unowned;
  const { x = "", y = "" } = generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey.export({ format: "jwk" });
  const coordinate = (text: string) => Buffer.from(text, "base64url");
  const [head, between] = [Buffer.from("a5010203262001215820", "hex"), Buffer.from("225820", "hex")];
  unowned = Buffer.concat([head, coordinate(x), between, coordinate(y)]);
  return unowned;
}
