"use client";

import { AuthPanel } from "@pronaflow/app/auth/auth-panel.tsx";
import type { PasswordPolicy } from "@pronaflow/contract";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { lazy, Suspense, useState } from "react";
import { SignUpForm } from "./sign-up-form.tsx";

// What to do with the mail is read once it has been sent.
const CheckInbox = lazy(async () => ({ default: (await import("./check-inbox.tsx")).CheckInbox }));

interface SignUpProps {
  policy: PasswordPolicy;
  brand: ReactNode;
  corner: ReactNode;
  /** Below the form: an account by a provider. */
  otherWays: ReactNode;
}

/** Registration, and then what to do with the mail that follows. */
export function SignUp({ policy, brand, corner, otherWays }: SignUpProps) {
  const t = useTranslations("auth");
  const [sentTo, setSentTo] = useState<string | null>(null);
  if (sentTo !== null) {
    return (
      <AuthPanel
        brand={brand}
        corner={corner}
        title={t("inbox.title")}
        description={t("inbox.sentTo", { email: sentTo })}
      >
        <Suspense fallback={null}>
          <CheckInbox email={sentTo} onOtherAddress={() => setSentTo(null)} />
        </Suspense>
      </AuthPanel>
    );
  }
  return (
    <AuthPanel
      brand={brand}
      corner={corner}
      title={t("signUp.title")}
      description={t("signUp.description")}
      footer={{ text: t("signUp.haveAccount"), link: t("signUp.signIn"), href: "/sign-in" }}
    >
      <SignUpForm policy={policy} onSent={setSentTo} />
      {otherWays}
    </AuthPanel>
  );
}
