"use client";

import type { Failure } from "@pronaflow/app/trpc/failure.ts";
import { readFailure } from "@pronaflow/app/trpc/failure.ts";
import type { SecondFactorRequired } from "@pronaflow/contract/outputs/identity";
import type { ProofRequired, ProviderAnswer } from "@pronaflow/contract/outputs/providers";
import { useEffect, useRef, useState } from "react";
import { guestApi } from "#trpc/guest-api.ts";

/** Where the way back from a provider has led to. */
export type Arrival =
  | { at: "working" }
  | { at: "denied" }
  | { at: "ended" }
  | { at: "inbox" }
  | { at: "failed"; failure: Failure }
  | { at: "proof"; offer: ProofRequired }
  | { at: "second-step"; challenge: SecondFactorRequired; returnTo: string | null };

/** Takes what the provider sent the browser back with out of the address, posts it at once, and goes on with the answer. */
export function useArrival(provider: string) {
  const [arrival, setArrival] = useState<Arrival>({ at: "working" });
  const isBegun = useRef(false);

  useEffect(() => {
    if (isBegun.current) return;
    isBegun.current = true;
    void finish(provider).then(setArrival);
  }, [provider]);

  return {
    arrival,
    goOn: (answer: ProviderAnswer) => setArrival(follow(answer)),
    /** What waited for a proof is gone. */
    end: () => setArrival({ at: "ended" }),
  };
}

async function finish(provider: string): Promise<Arrival> {
  const query = new URLSearchParams(window.location.search);
  // A code is worth nothing a moment later, but it need not stay in the history, nor be sent again by a reload.
  window.history.replaceState(window.history.state, "", window.location.pathname);
  const [code, state, iss, error] = ["code", "state", "iss", "error"].map((name) => query.get(name));
  if (error) return error === "access_denied" ? { at: "denied" } : failedWith("PROVIDER_REFUSED");
  if (!code || !state) return { at: "ended" };
  try {
    return follow(await guestApi.auth.oauth.callback.mutate({ provider, code, state, ...(iss ? { iss } : {}) }));
  } catch (thrown) {
    const failure = readFailure(thrown);
    const isEnded = failure.code === "CHALLENGE_GONE" || failure.code === "INVALID_INPUT";
    return isEnded ? { at: "ended" } : { at: "failed", failure };
  }
}

function follow(answer: ProviderAnswer): Arrival {
  if ("proofRequired" in answer) return { at: "proof", offer: answer };
  if ("mfaRequired" in answer) return { at: "second-step", challenge: answer, returnTo: answer.returnTo };
  if ("status" in answer && answer.status === "verification_sent") return { at: "inbox" };
  const home = "user" in answer && answer.lastWorkspaceSlug ? `/w/${answer.lastWorkspaceSlug}` : "/";
  // A full load: nothing that was fetched without a session is shown with one.
  window.location.assign("status" in answer ? "/account/connections" : (answer.returnTo ?? home));
  return { at: "working" };
}

function failedWith(code: "PROVIDER_REFUSED"): Arrival {
  return { at: "failed", failure: { code, meta: {}, fields: {}, requestId: null } };
}
