"use client";

import type { SignInAnswer } from "@pronaflow/contract/outputs/identity";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { readFailure } from "../trpc/failure.ts";
import { knowsPasskeys, loadAuthenticator, stopOf } from "./load-authenticator.ts";
import type { PasskeySignInApi } from "./passkeys-api.ts";

/** Challenges run out after five minutes: an open page asks for a new one before that. */
const RENEWED_AFTER_MS = 4 * 60 * 1000;

/** Signs in by passkey: by the button, and meanwhile by what the browser offers in the field of the address. */
export function usePasskeySignIn(api: PasskeySignInApi, onEntered: (answer: SignInAnswer) => void) {
  const locale = useLocale();
  const unreachable = useTranslations("states")("networkFailed");
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const isAsked = useRef(false);

  const enter = async (useBrowserAutofill: boolean, isWanted = () => true) => {
    const { startAuthentication } = await loadAuthenticator();
    const optionsJSON = await api.signInOptions.mutate();
    if (!isWanted()) return;
    const response = await startAuthentication({ optionsJSON, useBrowserAutofill });
    onEntered(await api.signIn.mutate({ response }));
  };
  const explain = async (error: unknown) => {
    // Whoever closes the browser's dialog knows that they did.
    if (stopOf(error)) return;
    const words = await import("../forms/failure-text.ts").catch(() => null);
    setFailure(words ? words.failureText(readFailure(error), locale, unreachable) : unreachable);
  };

  const latest = useRef({ enter, explain });
  latest.current = { enter, explain };
  useEffect(() => {
    let isHere = true;
    // The button's own dialog ends what is offered in the field: it is not offered again beneath it.
    const offer = async () => {
      if (isAsked.current || !(await canOffer()) || !isHere) return;
      await latest.current
        .enter(true, () => isHere && !isAsked.current)
        .catch(async (error) => {
          // Nobody asked for the offer: only a passkey that was picked from it and refused is worth a word.
          if (readFailure(error).code === "PASSKEY_REFUSED") await latest.current.explain(error);
        });
    };
    void offer();
    const renewing = setInterval(() => void offer(), RENEWED_AFTER_MS);
    return () => {
      isHere = false;
      clearInterval(renewing);
      void endOffer();
    };
  }, []);

  const signIn = async () => {
    isAsked.current = true;
    setPending(true);
    setFailure(null);
    try {
      await enter(false);
    } catch (error) {
      await explain(error);
      setPending(false);
      isAsked.current = false;
    }
  };
  return { signIn, isPending, failure };
}

// Picked late, from a field that is gone, a passkey would sign in behind the back of another task.
async function endOffer(): Promise<void> {
  if (await canOffer()) (await loadAuthenticator()).WebAuthnAbortService.cancelCeremony();
}

async function canOffer(): Promise<boolean> {
  return knowsPasskeys() && Boolean(await window.PublicKeyCredential.isConditionalMediationAvailable?.());
}
