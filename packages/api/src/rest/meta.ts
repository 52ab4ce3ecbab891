/** How a procedure is reached over REST. Put into `.meta({ openapi: … })`; without it a procedure is tRPC only. */
export interface RestOperation {
  method: RestMethod;
  /** Below `/api/v1`; path parameters are fields of the input: `/workspaces/{workspaceId}`. */
  path: `/${string}`;
  /** The status of a success; 200 by default. 204 sends no body. */
  status?: 200 | 201 | 202 | 204;
  summary: string;
  description?: string;
  tags?: string[];
  /** Whether it honours `Idempotency-Key`. Documentation only: the command itself does (`repeatable`). */
  repeatable?: boolean;
  /** Whether a session or token is needed; true by default. Documentation only: the procedure itself decides. */
  protect?: boolean;
}

export type RestMethod = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";

/** The meta type of the one initTRPC. */
export interface ApiMeta {
  openapi?: RestOperation;
  /** What this query reads beside the session, so that one round trip brings both. */
  reads?: "own workspaces";
}
