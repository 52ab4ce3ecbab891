const KEPT = "invitation";

/**
 * The link's token: of the address bar, or kept by this tab while its person signs in or registers elsewhere. It stands
 * in no address that a server sees.
 */
export function readInvitationToken(): string | null {
  const given = new URLSearchParams(window.location.hash.slice(1)).get("token");
  if (given) window.sessionStorage.setItem(KEPT, given);
  return given ?? window.sessionStorage.getItem(KEPT);
}

/** Takes a used token out of the tab, the address bar and the history. */
export function forgetInvitationToken(): void {
  window.sessionStorage.removeItem(KEPT);
  window.history.replaceState(window.history.state, "", window.location.pathname);
}
