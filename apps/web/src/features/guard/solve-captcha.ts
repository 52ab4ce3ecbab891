import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";
import { guestApi } from "#trpc/guest-api.ts";

/** Gets a challenge and finds its number; the browser's own cryptography does the work beside the page. */
export async function solveCaptcha(): Promise<string> {
  const challenge = await guestApi.auth.captcha.query();
  const solution = await solveChallenge({ challenge, deriveKey });
  return btoa(JSON.stringify({ challenge, solution }));
}
