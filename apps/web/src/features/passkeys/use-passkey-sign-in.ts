"use client";

import { readFailure } from "@pronaflow/app/trpc/failure.ts";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { guestApi } from "#trpc/guest-api.ts";
import { knowsPasskeys, loadAuthenticator, stopOf } from "./load-authenticator.ts";

/** Challenges run out after five minutes: an open page asks for a new one before that. */
const RENEWED_AFTER_MS = 4 * 60 * 1000;

/** Signs in by passkey: by the button, and meanwhile by what the browser offers in the field of the address. */
export function usePasskeySignIn(next: string | null) {
  const locale = useLocale();
  const unreachable = useTranslations("states")("networkFailed");
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const isAsked = useRef(false);

  const enter = async (useBrowserAutofill: boolean) => {
    const { startAuthentication } = await loadAuthenticator();
    const optionsJSON = await guestApi.auth.passkeys.signInOptions.mutate();
    const response = await startAuthentication({ optionsJSON, useBrowserAutofill });
    const answer = await guestApi.auth.passkeys.signIn.mutate({ response });
    const slug = "mfaRequired" in answer ? null : answer.lastWorkspaceSlug;
    // A full load: nothing that was fetched without a session is shown with one.
    window.location.assign(next ?? (slug ? `/w/${slug}` : "/"));
  };
  const explain = async (error: unknown) => {
    // Whoever closes the browser's dialog knows that they did.
    if (stopOf(error)) return;
    const words = await import("@pronaflow/app/forms/failure-text.ts").catch(() => null);
    setFailure(words ? words.failureText(readFailure(error), locale, unreachable) : unreachable);
  };

  const latest = useRef({ enter, explain });
  latest.current = { enter, explain };
  useEffect(() => {
    // The button's own dialog ends what is offered in the field: it is not offered again beneath it.
    const offer = async () => {
      if (isAsked.current || !(await canOffer())) return;
      await latest.current.enter(true).catch(async (error) => {
        // Nobody asked for the offer: only a passkey that was picked from it and refused is worth a word.
        if (readFailure(error).code === "PASSKEY_REFUSED") await latest.current.explain(error);
      });
    };
    void offer();
    const renewing = setInterval(() => void offer(), RENEWED_AFTER_MS);
    return () => clearInterval(renewing);
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

async function canOffer(): Promise<boolean> {
  return knowsPasskeys() && Boolean(await window.PublicKeyCredential.isConditionalMediationAvailable?.());
}
