"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { FieldPath, FieldPathValue, FieldValues, UseFormReturn } from "react-hook-form";
import { useRefusals } from "#forms/use-refusals.ts";
import { useTRPC } from "#trpc/context.ts";
import type { WayProps } from "./way-props.ts";

/** Sends a second factor; a wrong one empties its field, and how many tries are left is known from then on. */
export function useSecondFactor<Values extends FieldValues, Given extends Parameters<Verify>[0]>(
  form: UseFormReturn<Values, unknown, Given>,
  field: FieldPath<Values>,
  { onEntered, onEnded }: Pick<WayProps, "onEntered" | "onEnded">,
) {
  const refusals = useRefusals(form);
  const verify = useVerify();
  const [triesLeft, setTriesLeft] = useState<number | null>(null);

  const send = async (input: Given) => {
    const failure = await refusals(async () => {
      await verify(input);
      onEntered();
    });
    // The button stays busy until the browser has left.
    if (!failure) return await new Promise<void>(() => undefined);
    const { triesLeft: left } = failure.meta;
    if (failure.code === "CHALLENGE_GONE" || left === 0) return onEnded();
    form.setValue(field, "" as FieldPathValue<Values, FieldPath<Values>>);
    setTriesLeft(typeof left === "number" ? left : null);
  };

  return { send, triesLeft };
}

type Verify = ReturnType<typeof useVerify>;

function useVerify() {
  return useMutation(useTRPC().auth.mfa.verify.mutationOptions()).mutateAsync;
}
