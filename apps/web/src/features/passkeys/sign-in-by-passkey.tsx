"use client";

import { PasskeySignIn } from "@pronaflow/app/passkeys/passkey-sign-in.tsx";
import type { SignInAnswer } from "@pronaflow/contract/outputs/identity";
import { enterApp } from "#features/auth/enter-app.ts";
import { guestApi } from "#trpc/guest-api.ts";

/** A sign-in by passkey alone. */
export function SignInByPasskey({ next }: { next: string | null }) {
  const enter = (answer: SignInAnswer) =>
    enterApp(next, "mfaRequired" in answer ? { lastWorkspaceSlug: null } : answer);
  return <PasskeySignIn api={guestApi.auth.passkeys} onEntered={enter} />;
}
