const MOST_STEPS = 12;

/**
 * Goes to the provider as a browser would, signs in there as `sub` (null: turns the question down), and follows until it
 * sends the browser back; answers with what it sent it back with.
 */
export async function walkToCallback(
  url: string,
  redirectUri: string,
  sub: string | null,
): Promise<Record<string, string>> {
  const cookies = new Map<string, string>();
  let next = { url, form: null as URLSearchParams | null };
  for (let step = 0; step < MOST_STEPS; step++) {
    const response = await fetch(next.url, {
      method: next.form ? "POST" : "GET",
      body: next.form,
      redirect: "manual",
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get("location");
    if (!location) {
      if (next.form) throw new Error(`The provider answered ${response.status}: ${await response.text()}`);
      next = { url: next.url, form: new URLSearchParams(sub === null ? {} : { sub }) };
      continue;
    }
    const target = new URL(location, next.url);
    if (target.href.startsWith(redirectUri)) return Object.fromEntries(target.searchParams);
    next = { url: target.href, form: null };
  }
  throw new Error("The provider did not send the browser back.");
}
