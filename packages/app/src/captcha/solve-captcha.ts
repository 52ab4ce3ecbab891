import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";
import type { CaptchaApi } from "./captcha-api.ts";

/** Gets a challenge and finds its number; the browser's own cryptography does the work beside the page. */
export async function solveCaptcha(api: CaptchaApi): Promise<string> {
  const challenge = await api.captcha.query();
  const solution = await solveChallenge({ challenge, deriveKey });
  return btoa(JSON.stringify({ challenge, solution }));
}
