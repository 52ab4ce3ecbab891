import type { Page } from "@playwright/test";

/** Notes, from the next load on, everything that status messages of the page say, as a screen reader hears them. */
export async function listen(page: Page): Promise<() => Promise<string>> {
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    new MutationObserver(() => {
      for (const status of document.querySelectorAll("[role=status]")) heard.push(status.textContent ?? "");
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard.join("\n"));
}
