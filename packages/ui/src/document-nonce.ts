import { setNonce } from "get-nonce";

/**
 * Lets Radix's scroll lock write its style element under a `style-src 'nonce-…'` policy. The nonce is the document's
 * own, read from a script it came with: one handed down by a later navigation would not match the policy in force.
 */
export function adoptDocumentNonce(): string | undefined {
  if (typeof document === "undefined") return undefined;
  const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
  if (nonce) setNonce(nonce);
  return nonce;
}
