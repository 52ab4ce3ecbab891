import type { CredentialHeaders, SessionWithAccount } from "@pronaflow/auth";
import type { Actor } from "../kernel/context.ts";
import type { Services } from "../kernel/services.ts";
import { reading } from "../kernel/transaction.ts";
import { getTokenActor } from "../tokens/get-token-actor.ts";
import type { SessionRow } from "./records.ts";
import type { SessionAccount } from "./session-reader.ts";
import { sessionReader } from "./session-reader.ts";

/** Who asks, how they said so, and the cookie to send again where the session slid. */
export interface Authenticated {
  actor: Actor | null;
  via: "cookie" | "bearer" | null;
  setCookie: string | null;
}

/** What else the request is known to ask for, so that the read of its session brings it along. */
interface Asked {
  ip?: string | null;
  also?: "own workspaces" | undefined;
}

/** Reads the session or the access token that a request presents: one round trip, none where it presents nothing. */
export async function authenticateRequest(
  services: Services,
  headers: CredentialHeaders,
  { ip = null, also }: Asked = {},
): Promise<Authenticated> {
  const { sessions, db } = services;
  const presented = sessions.readToken(headers);
  if (!presented) return { actor: null, via: null, setCookie: null };
  if (presented.kind === "personal") {
    return { actor: await getTokenActor(services, presented.token, ip), via: "bearer", setCookie: null };
  }
  const found = await reading(() => sessions.validate(sessionReader(db, also), presented.token));
  const actor = found && toActor(found);
  const isSlidCookie = actor?.slid === true && presented.via === "cookie";
  return {
    actor,
    via: presented.via,
    setCookie: isSlidCookie ? sessions.cookie(presented.token, actor.session.expiresAt) : null,
  };
}

function toActor({
  session,
  slid,
  account: { row, workspaces },
}: SessionWithAccount<SessionRow, SessionAccount>): Actor {
  return { session, slid, account: row, ...(workspaces ? { ownWorkspaces: workspaces } : {}) };
}
