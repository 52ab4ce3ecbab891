"use client";

import { useState } from "react";
import { readFailure } from "../trpc/failure.ts";
import type { CaptchaApi } from "./captcha-api.ts";

interface CaptchaAttempts {
  /** Makes a call; where the server wants a solved challenge with it, solves one and repeats. */
  attempt: <Answer>(call: (captcha?: string) => Promise<Answer>) => Promise<Answer>;
  /** A challenge is being solved: a second or so in which `CaptchaNote` says why. */
  isSolving: boolean;
}

/** The server decides when a call wants a CAPTCHA; the solver is loaded when it does. Nobody has to look, hear or click. */
export function useCaptcha(api: CaptchaApi): CaptchaAttempts {
  const [isSolving, setIsSolving] = useState(false);

  return {
    isSolving,
    async attempt(call) {
      try {
        return await call();
      } catch (error) {
        if (readFailure(error).code !== "CAPTCHA_REQUIRED") throw error;
      }
      setIsSolving(true);
      try {
        const { solveCaptcha } = await import("./solve-captcha.ts");
        return await call(await solveCaptcha(api));
      } finally {
        setIsSolving(false);
      }
    },
  };
}
