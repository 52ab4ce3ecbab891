import { randomInt } from "node:crypto";
import { TEST_CLIENT } from "@pronaflow/testing/providers";
import { isTaken } from "../run/ports.ts";

/**
 * The settings of a sign-in provider that nobody serves yet: the browser's suite starts one at this address. The product
 * asks a provider nothing until somebody signs in by it.
 */
export async function testProviderSettings(): Promise<Record<string, string>> {
  for (;;) {
    // Below the ports that systems give to connections going out: what is free now is free when the suite comes to it.
    const port = randomInt(30_000, 32_000);
    if (await isTaken(port)) continue;
    return {
      OIDC_ISSUER: `http://127.0.0.1:${port}`,
      OIDC_CLIENT_ID: TEST_CLIENT.clientId,
      OIDC_CLIENT_SECRET: TEST_CLIENT.clientSecret,
      OIDC_NAME: "Example ID",
    };
  }
}
