import type { SessionWithAccount } from "@pronaflow/auth";
import type { Locale } from "@pronaflow/contract";
import type { AccountRow, SessionRow } from "../sessions/records.ts";
import type { SystemScope, WorkspaceScope } from "./scope.ts";
import type { Services } from "./services.ts";

/** Who asks: an account and the session that proved it, both read from the database in this request. */
export type Actor = SessionWithAccount<SessionRow, AccountRow>;

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
  readonly actor: Actor | null;
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
