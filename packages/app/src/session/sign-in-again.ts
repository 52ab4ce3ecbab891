/** Leaves for the sign-in page, which leads back here. A full load: nothing of the ended session stays in memory. */
export function signInAgain(): void {
  const here = window.location.pathname + window.location.search;
  window.location.assign(`/sign-in?next=${encodeURIComponent(here)}`);
}
