import type { KeyObject } from "node:crypto";
import { generateKeyPairSync, sign } from "node:crypto";
import { listenOnLoopback } from "./listen-on-loopback.ts";

type Json = Record<string, unknown>;

export interface HostileIssuer {
  issuer: string;
  publicKey: KeyObject;
  /** What the token endpoint answers next. */
  answer: { idToken: string | null };
  /** An id_token as a good issuer would make it, but for what is changed. */
  token(changed?: { header?: Json; claims?: Json; key?: KeyObject }): string;
  /** How often the token endpoint was asked. */
  exchanges(): number;
  close(): Promise<void>;
}

/** An issuer whose every id_token the test writes itself. It says of itself that any algorithm will do. */
export async function startHostileIssuer(clientId: string): Promise<HostileIssuer> {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const answer: HostileIssuer["answer"] = { idToken: null };
  let exchanges = 0;
  const server = await listenOnLoopback((request, response) => {
    const { pathname } = new URL(request.url ?? "/", server.url);
    if (pathname === "/token") exchanges++;
    const answers: Record<string, Json> = {
      "/.well-known/openid-configuration": metadataOf(server.url),
      "/jwks": { keys: [{ ...publicKey.export({ format: "jwk" }), kid: "good", use: "sig" }] },
      "/token": {
        access_token: "an-access-token",
        token_type: "Bearer",
        expires_in: 60,
        id_token: answer.idToken ?? "",
      },
    };
    response.statusCode = answers[pathname] ? 200 : 404;
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(answers[pathname] ?? {}));
  });
  return {
    issuer: server.url,
    publicKey,
    answer,
    exchanges: () => exchanges,
    close: server.close,
    token({ header, claims, key = privateKey } = {}) {
      const now = Math.floor(Date.now() / 1000);
      const standard = { iss: server.url, aud: clientId, sub: "someone", iat: now, exp: now + 300 };
      const signed = [
        { alg: "RS256", kid: "good", ...header },
        { ...standard, ...claims },
      ]
        .map(encoded)
        .join(".");
      return `${signed}.${sign("sha256", Buffer.from(signed), key).toString("base64url")}`;
    },
  };
}

function metadataOf(issuer: string): Json {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["none", "HS256", "RS256"],
  };
}

function encoded(value: Json): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
