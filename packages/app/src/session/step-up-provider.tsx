"use client";

import type { ReactNode } from "react";
import { createContext, lazy, Suspense, useCallback, useContext, useState } from "react";
import { readFailure } from "../trpc/failure.ts";
import type { StepUpApi } from "./step-up-api.ts";

const StepUpDialog = lazy(async () => ({ default: (await import("./step-up-dialog.tsx")).StepUpDialog }));

type WithStepUp = <Result>(act: () => Promise<Result>) => Promise<Result>;

interface Waiting {
  again: () => void;
  giveUp: () => void;
}

const StepUpContext = createContext<WithStepUp | null>(null);

/**
 * Lets an act run that may need a fresh proof: where the server asks for one, the password is asked for and the same
 * act is repeated. Rejects with the server's refusal when the person turns the question down.
 */
export function useStepUp(): WithStepUp {
  const withStepUp = useContext(StepUpContext);
  if (!withStepUp) throw new Error("useStepUp needs a StepUpProvider above it.");
  return withStepUp;
}

interface StepUpProviderProps {
  api: StepUpApi;
  children: ReactNode;
}

/** Holds the one dialog that asks for the password again. */
export function StepUpProvider({ api, children }: StepUpProviderProps) {
  const [waiting, setWaiting] = useState<Waiting | null>(null);

  const withStepUp = useCallback(async <Result,>(act: () => Promise<Result>): Promise<Result> => {
    try {
      return await act();
    } catch (refusal) {
      if (readFailure(refusal).code !== "STEP_UP_REQUIRED") throw refusal;
      await new Promise<void>((proved, declined) => {
        setWaiting({ again: proved, giveUp: () => declined(refusal) });
      });
      return await act();
    }
  }, []);

  return (
    <StepUpContext value={withStepUp}>
      {children}
      {waiting ? (
        <Suspense fallback={null}>
          <StepUpDialog
            api={api}
            onProved={() => {
              setWaiting(null);
              waiting.again();
            }}
            onDeclined={() => {
              setWaiting(null);
              waiting.giveUp();
            }}
          />
        </Suspense>
      ) : null}
    </StepUpContext>
  );
}
