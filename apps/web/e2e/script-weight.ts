import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";

const SCRIPT = /<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g;
const PRELOADED = /<link\b(?=[^>]*\bas="script")[^>]*\bhref="([^"]+)"[^>]*>/g;

/**
 * Kilobytes of JavaScript, gzipped, that a page names in its first answer, as whoever the page's browser is signed in as
 * gets it. What old browsers alone load is not counted, nor what comes later, on use.
 */
export async function scriptWeight(page: Page, address: string): Promise<number> {
  const answer = await page.request.get(address);
  if (!answer.ok()) throw new Error(`${address}: ${answer.status()}`);
  const html = await answer.text();
  const tags = [...html.matchAll(SCRIPT), ...html.matchAll(PRELOADED)].filter(([tag]) => !/\bnomodule\b/i.test(tag));
  const sources = new Set(tags.map(([, source = ""]) => new URL(source, answer.url()).href));
  if (sources.size === 0) throw new Error(`${address} names no script: there is nothing to weigh.`);
  let bytes = 0;
  for (const source of sources) bytes += gzipSync(await (await page.request.get(source)).body()).length;
  return bytes / 1024;
}
