"use client";

import type { PasskeyRequest } from "@pronaflow/contract/outputs/passkeys";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import type { Failure } from "../trpc/failure.ts";
import { readFailure } from "../trpc/failure.ts";
import type { PasskeyAnswer } from "./load-authenticator.ts";
import { loadAuthenticator, stopOf } from "./load-authenticator.ts";

interface Proof<Proven> {
  begin: () => Promise<PasskeyRequest>;
  finish: (response: PasskeyAnswer) => Promise<Proven>;
  onProved: (proven: Proven) => void;
  /** Told of a refusal before it is worded; what it takes care of itself it answers with true. */
  onRefused?: (failure: Failure) => boolean;
}

/** Proves who it is by a passkey, at a press; what went wrong comes as a sentence. Stays busy once it went well. */
export function usePasskeyProof<Proven>({ begin, finish, onProved, onRefused }: Proof<Proven>) {
  const t = useTranslations("passkeys");
  const locale = useLocale();
  const unreachable = useTranslations("states")("networkFailed");
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const explain = async (error: unknown) => {
    if (stopOf(error)) return setProblem(t("notUsed"));
    const failure = readFailure(error);
    if (onRefused?.(failure)) return;
    const words = await import("../forms/failure-text.ts").catch(() => null);
    setProblem(words ? words.failureText(failure, locale, unreachable) : unreachable);
  };
  const prove = async () => {
    setPending(true);
    setProblem(null);
    try {
      const { startAuthentication } = await loadAuthenticator();
      onProved(await finish(await startAuthentication({ optionsJSON: await begin() })));
    } catch (error) {
      await explain(error);
      setPending(false);
    }
  };
  return { prove, isPending, problem };
}
