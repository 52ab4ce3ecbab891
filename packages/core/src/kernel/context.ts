import type { SessionWithAccount } from "@pronaflow/auth";
import type { Locale } from "@pronaflow/contract";
import type { AccountRow, OwnWorkspace, SessionRow } from "../sessions/records.ts";
import type { Rate, Taken } from "./limiter.ts";
import type { SystemScope, WorkspaceScope } from "./scope.ts";
import type { Services } from "./services.ts";

/** What a personal access token allows, in the name of its owner. */
export interface TokenGrant {
  readonly tokenId: string;
  readonly permissions: readonly string[];
  /** The one workspace it reaches; null: every one of its owner's. */
  readonly workspaceId: string | null;
}

/**
 * Who asks: an account and the session that proved it, both read from the database in this request. Where a program asks
 * with a personal access token, `grant` bounds it, and the session is one that was never proven by a person.
 */
export type Actor = SessionWithAccount<SessionRow, AccountRow> & {
  readonly grant?: TokenGrant;
  /** Read along with the session, where the request said that it only reads and will ask for them. */
  readonly ownWorkspaces?: readonly OwnWorkspace[];
};

/** One request. */
export interface RequestContext {
  readonly services: Services;
  readonly requestId: string;
  /** The caller's address; only trusted proxies can speak for another. */
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly locale: Locale;
  /** What the browser's device cookie holds: tells known devices from new ones. Proves nothing by itself. */
  readonly deviceToken: string | null;
  /** What the browser's flow cookie holds: the browser that went to a provider is the one that comes back. */
  readonly flowToken: string | null;
  readonly actor: Actor | null;
  /** What the caller sent as `Idempotency-Key`, as it came. */
  readonly idempotencyKey?: string | null;
  /** Hears that the answer is the one of an earlier call with the same key. */
  readonly noteReplay?: (() => void) | undefined;
  /** Hears of each limit that was taken from, for the answer's headers. */
  readonly noteRate?: ((rate: Rate, taken: Taken) => void) | undefined;
}

export interface UserContext extends RequestContext {
  readonly actor: Actor;
}

export interface WorkspaceContext extends UserContext {
  readonly scope: WorkspaceScope;
}

/** The console's admin, or the worker (then `actor` is null and the scope says so). */
export interface SystemContext extends RequestContext {
  readonly scope: SystemScope;
}
