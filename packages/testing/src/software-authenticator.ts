import type { KeyObject } from "node:crypto";
import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";

const FLAGS = { present: 0x01, verified: 0x04, backupEligible: 0x08, backedUp: 0x10, attested: 0x40 };

/** How an authenticator misbehaves, or what it was told by a page of another origin. */
export interface Mischief {
  origin?: string;
  rpId?: string;
  userVerified?: boolean;
  counter?: number;
  userHandle?: string | null;
}

/**
 * A passkey in software (WebAuthn §6): one ES256 key that makes real attestations and assertions, over whatever challenge
 * it is given. Its counter rises by one a use; `isSynced` keeps it at 0, as keepers that sync do.
 */
export class SoftwareAuthenticator {
  readonly id = randomBytes(32).toString("base64url");
  private readonly privateKey: KeyObject;
  private readonly publicKey: Buffer;
  private readonly origin: string;
  private readonly isSynced: boolean;
  private counter = 0;
  private handle: string | null = null;

  constructor({ origin = "http://localhost:3000", isSynced = false } = {}) {
    this.origin = origin;
    this.isSynced = isSynced;
    const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
    this.privateKey = pair.privateKey;
    this.publicKey = coseKey(pair.publicKey);
  }

  /** Answers `navigator.credentials.create`. */
  create(options: { challenge: string; user: { id: string } }, mischief: Mischief = {}) {
    this.handle = options.user.id;
    const id = Buffer.from(this.id, "base64url");
    const size = Buffer.alloc(2);
    size.writeUInt16BE(id.length);
    const attested = Buffer.concat([Buffer.alloc(16), size, id, this.publicKey]);
    const authData = Buffer.concat([this.head(FLAGS.attested, mischief), attested]);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(authData.length);
    const start = Buffer.from("a363666d74646e6f6e656761747453746d74a068617574684461746159", "hex");
    return {
      id: this.id,
      type: "public-key" as const,
      response: {
        clientDataJSON: this.clientData("webauthn.create", options.challenge, mischief),
        attestationObject: Buffer.concat([start, length, authData]).toString("base64url"),
        transports: ["internal", "hybrid"],
      },
    };
  }

  /** Answers `navigator.credentials.get`. */
  get(options: { challenge: string }, mischief: Mischief = {}) {
    if (!this.isSynced) this.counter += 1;
    const clientDataJSON = this.clientData("webauthn.get", options.challenge, mischief);
    const authData = this.head(0, mischief);
    const signed = Buffer.concat([authData, sha256(Buffer.from(clientDataJSON, "base64url"))]);
    return {
      id: this.id,
      type: "public-key" as const,
      response: {
        clientDataJSON,
        authenticatorData: authData.toString("base64url"),
        signature: sign("sha256", signed, this.privateKey).toString("base64url"),
        userHandle: mischief.userHandle === undefined ? this.handle : mischief.userHandle,
      },
    };
  }

  private clientData(type: string, challenge: string, { origin = this.origin }: Mischief): string {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })).toString("base64url");
  }

  /** Relying party, flags and counter. */
  private head(
    flags: number,
    { rpId = new URL(this.origin).hostname, userVerified = true, counter }: Mischief,
  ): Buffer {
    const head = Buffer.alloc(5);
    const verified = userVerified ? FLAGS.verified : 0;
    const synced = this.isSynced ? FLAGS.backupEligible | FLAGS.backedUp : 0;
    head.writeUInt8(FLAGS.present | verified | synced | flags, 0);
    head.writeUInt32BE(counter ?? this.counter, 1);
    return Buffer.concat([sha256(Buffer.from(rpId)), head]);
  }
}

/** COSE: {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}. */
function coseKey(publicKey: KeyObject): Buffer {
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const [head, between] = [Buffer.from("a5010203262001215820", "hex"), Buffer.from("225820", "hex")];
  return Buffer.concat([head, Buffer.from(x, "base64url"), between, Buffer.from(y, "base64url")]);
}

function sha256(bytes: Buffer): Buffer {
  return createHash("sha256").update(bytes).digest();
}
