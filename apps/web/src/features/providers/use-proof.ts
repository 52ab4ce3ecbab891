"use client";

import { useRefusals } from "@pronaflow/app/forms/use-refusals.ts";
import type { ProveOfferInput } from "@pronaflow/contract/inputs/providers";
import { useState } from "react";
import type { FieldPath, FieldPathValue, FieldValues, UseFormReturn } from "react-hook-form";
import type * as z from "zod";
import { guestApi } from "#trpc/guest-api.ts";
import type { ProofProps } from "./proof-props.ts";

type Given = z.output<typeof ProveOfferInput>;

/** Sends a proof; a wrong one empties its field, and how many codes are left to try is known from then on. */
export function useProof<Values extends FieldValues>(
  form: UseFormReturn<Values, unknown, Given>,
  field: FieldPath<Values>,
  { onProved, onEnded }: Pick<ProofProps, "onProved" | "onEnded">,
) {
  const refusals = useRefusals(form);
  const [triesLeft, setTriesLeft] = useState<number | null>(null);

  const send = async (input: Given) => {
    const failure = await refusals(async () => onProved(await guestApi.auth.oauth.prove.mutate(input)));
    // The button stays busy until the browser has left, or the next step has taken its place.
    if (!failure) return await new Promise<void>(() => undefined);
    const { triesLeft: left } = failure.meta;
    if (failure.code === "CHALLENGE_GONE" || left === 0) return onEnded();
    if (failure.code !== "INVALID_CREDENTIALS" && failure.code !== "FACTOR_WRONG") return;
    form.setValue(field, "" as FieldPathValue<Values, FieldPath<Values>>);
    form.setFocus(field);
    setTriesLeft(typeof left === "number" ? left : null);
  };

  return { send, triesLeft };
}
