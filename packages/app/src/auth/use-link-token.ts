"use client";

import { useSyncExternalStore } from "react";

/**
 * The token of a mailed link, from the fragment, which no server sees. Null when there is none; undefined until the
 * page's script runs.
 */
export function useLinkToken(): string | null | undefined {
  return useSyncExternalStore(subscribe, readToken, () => undefined);
}

/** Takes a used token out of the address bar and the history. */
export function forgetLinkToken(): void {
  window.history.replaceState(window.history.state, "", window.location.pathname + window.location.search);
}

function readToken(): string | null {
  return new URLSearchParams(window.location.hash.slice(1)).get("token");
}

function subscribe(changed: () => void): () => void {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
}
