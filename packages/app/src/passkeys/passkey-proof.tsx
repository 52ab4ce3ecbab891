"use client";

import { Banner } from "@pronaflow/ui/banner";
import { Button } from "@pronaflow/ui/button";
import { KeyRound } from "lucide-react";
import type { ReactNode } from "react";

interface PasskeyProofProps {
  proof: { prove: () => Promise<void>; isPending: boolean; problem: string | null };
  text?: string;
  /** Beside what went wrong: how many tries are left. */
  hint?: string | undefined;
  submit: string;
  /** Between the text and the button. */
  children?: ReactNode;
}

/** The one button of a proof by passkey, and what became of the last press. */
export function PasskeyProof({ proof, text, hint, submit, children }: PasskeyProofProps) {
  const { prove, isPending, problem } = proof;
  return (
    <div className="grid gap-4">
      {text ? <p className="text-muted-foreground">{text}</p> : null}
      {problem ? (
        <Banner tone="danger" live>
          {problem} {hint}
        </Banner>
      ) : null}
      {children}
      <Button variant="primary" block autoFocus pending={isPending} onClick={() => void prove()}>
        <KeyRound aria-hidden />
        {submit}
      </Button>
    </div>
  );
}
