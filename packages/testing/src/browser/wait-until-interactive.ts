import type { Page } from "@playwright/test";

/**
 * Makes `goto` wait until the page's script has taken over every control. A person on a slow machine presses again where
 * a button did nothing yet; a test would wait for what never comes. Where
 * a test says itself what to wait for, that is enough.
 */
export function waitUntilInteractive(page: Page): void {
  const goto = page.goto.bind(page);
  page.goto = async (...given) => {
    // A page that is on its way elsewhere by itself (signed in, signed out) cancels the first try: by then it has gone.
    const response = await goto(...given).catch((error: unknown) => {
      if (String(error).includes("net::ERR_ABORTED")) return goto(...given);
      throw error;
    });
    if (given[1]?.waitUntil) return response;
    await page.waitForFunction(areControlsTaken, undefined, { timeout: 30_000 });
    return response;
  };
}

// Runs in the page: React hangs its own keys on each element that it has taken over.
function areControlsTaken(): boolean {
  const controls = [...document.querySelectorAll("body button, body input, body textarea")];
  return controls.every((one) => Object.keys(one).some((key) => key.startsWith("__reactProps")));
}
