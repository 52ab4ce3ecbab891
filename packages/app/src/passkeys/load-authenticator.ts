/** The browser's side of WebAuthn, fetched with its first use. */
export async function loadAuthenticator() {
  return await import("@simplewebauthn/browser");
}

/** What a passkey answered, as the browser hands it over. */
export type { AuthenticationResponseJSON as PasskeyAnswer } from "@simplewebauthn/browser";

/** Whether this browser knows passkeys at all; false on the server. */
export function knowsPasskeys(): boolean {
  return typeof window !== "undefined" && typeof window.PublicKeyCredential === "function";
}

/** Why the browser's dialog ended without a passkey; null where something else failed. */
export function stopOf(error: unknown): "known" | "stopped" | null {
  if (!(error instanceof Error)) return null;
  if (error.name === "InvalidStateError") return "known";
  return error.name === "NotAllowedError" || error.name === "AbortError" ? "stopped" : null;
}
