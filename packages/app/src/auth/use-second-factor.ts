"use client";

import type { VerifyMfaInput } from "@pronaflow/contract/inputs/factors";
import { useState } from "react";
import type { FieldPath, FieldPathValue, FieldValues, UseFormReturn } from "react-hook-form";
import type * as z from "zod";
import { useRefusals } from "../forms/use-refusals.ts";
import type { WayProps } from "./way-props.ts";

type Given = z.output<typeof VerifyMfaInput>;

/** Sends a second factor; a wrong one empties its field, and how many tries are left is known from then on. */
export function useSecondFactor<Values extends FieldValues>(
  form: UseFormReturn<Values, unknown, Given>,
  field: FieldPath<Values>,
  { api, trustDevice, onEntered, onEnded }: Omit<WayProps, "challengeId" | "trustChoice">,
) {
  const refusals = useRefusals(form);
  const [triesLeft, setTriesLeft] = useState<number | null>(null);

  const send = async (input: Given) => {
    const failure = await refusals(async () => onEntered(await api.mfa.verify.mutate({ ...input, trustDevice })));
    // The button stays busy until the browser has left.
    if (!failure) return await new Promise<void>(() => undefined);
    const { triesLeft: left } = failure.meta;
    if (failure.code === "CHALLENGE_GONE" || left === 0) return onEnded();
    form.setValue(field, "" as FieldPathValue<Values, FieldPath<Values>>);
    setTriesLeft(typeof left === "number" ? left : null);
  };

  return { send, triesLeft };
}
