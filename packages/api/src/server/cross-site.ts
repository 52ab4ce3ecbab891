import { fail } from "@pronaflow/contract";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

export interface OwnSite {
  origin: string;
  /** The session cookie by its full name, prefix included. */
  sessionCookie: string;
}

/**
 * Refuses, with `CROSS_SITE`, any request that may change something and was made by another site's page.
 * `Sec-Fetch-Site` and `Origin` are set by the browser and cannot be forged by a page; a program sends neither,
 * and then a session cookie is not believed, because a browser that old would have sent it along.
 */
export function refuseCrossSite(method: string, headers: Headers, site: OwnSite): void {
  if (SAFE_METHODS.has(method)) return;
  const fetchSite = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  if (fetchSite !== null && fetchSite !== "same-origin") fail("CROSS_SITE");
  if (origin !== null && origin !== site.origin) fail("CROSS_SITE");
  if (fetchSite === null && origin === null && presentsCookie(headers.get("cookie"), site.sessionCookie)) {
    fail("CROSS_SITE");
  }
}

/** `pf_session`, `pf_admin_session`; over https with the prefix that binds it to this host. */
export function sessionCookieName(app: "web" | "admin", baseUrl: string): string {
  const name = app === "web" ? "pf_session" : "pf_admin_session";
  return baseUrl.startsWith("https:") ? `__Host-${name}` : name;
}

function presentsCookie(cookies: string | null, name: string): boolean {
  return cookies?.split(";").some((cookie) => cookie.trimStart().startsWith(`${name}=`)) ?? false;
}
