import type { Page } from "@playwright/test";

/** Has every call of a procedure refused from now on, and with it the batch that it comes in: as too many calls are. */
export async function refuseCalls(page: Page, procedure: string): Promise<void> {
  const data = { code: "RATE_LIMITED", httpStatus: 429, meta: { retryAfterSeconds: 30 }, fields: {}, requestId: "e2e" };
  await page.route(`**/api/trpc/**${procedure}**`, (route) => {
    const calls = new URL(route.request().url()).pathname.split(",").length;
    const refusals = Array.from({ length: calls }, () => ({ error: { message: data.code, code: -32029, data } }));
    return route.fulfill({ status: 429, contentType: "application/json", body: JSON.stringify(refusals) });
  });
}
