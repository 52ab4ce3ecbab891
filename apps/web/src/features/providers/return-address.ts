const KEPT = "provider-return";

/** Keeps, in this tab, where one was going: a provider that sends its person back empty-handed does not know it. */
export function keepReturnAddress(next: string | null): void {
  if (next) window.sessionStorage.setItem(KEPT, next);
  else window.sessionStorage.removeItem(KEPT);
}

/** The address of sign-in, which leads on to where one was going. In the browser only. */
export function signInAddress(): string {
  const next = window.sessionStorage.getItem(KEPT);
  return next ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in";
}
