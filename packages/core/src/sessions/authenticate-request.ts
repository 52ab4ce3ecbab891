import type { CredentialHeaders } from "@pronaflow/auth";
import type { Actor } from "../kernel/context.ts";
import type { Services } from "../kernel/services.ts";
import { reading } from "../kernel/transaction.ts";
import { sessionReader } from "./session-reader.ts";

/** Who asks, how they said so, and the cookie to send again where the session slid. */
export interface Authenticated {
  actor: Actor | null;
  via: "cookie" | "bearer" | null;
  setCookie: string | null;
}

/** Reads the session that a request presents: one round trip, none where it presents nothing. */
export async function authenticateRequest(services: Services, headers: CredentialHeaders): Promise<Authenticated> {
  const { sessions, db } = services;
  const presented = sessions.readToken(headers);
  if (!presented) return { actor: null, via: null, setCookie: null };
  const actor = await reading(() => sessions.validate(sessionReader(db), presented.token));
  const isSlidCookie = actor?.slid === true && presented.via === "cookie";
  return {
    actor,
    via: presented.via,
    setCookie: isSlidCookie ? sessions.cookie(presented.token, actor.session.expiresAt) : null,
  };
}
