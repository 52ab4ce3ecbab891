import { AuthCorner } from "@pronaflow/app/auth/auth-corner.tsx";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { passwordPolicy } from "#env.ts";
import { BrandLink } from "#features/auth/brand-link.tsx";
import { InvitationPage } from "#features/invitations/invitation-page.tsx";
import { getMe } from "#session/get-me.ts";
import { getProviders } from "#session/get-providers.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("invitation"))("title") };
}

export default async function Invitation() {
  const me = await getMe();
  return (
    <InvitationPage
      policy={passwordPolicy()}
      ownEmail={me?.user.email ?? null}
      providers={await getProviders()}
      brand={<BrandLink />}
      corner={<AuthCorner />}
    />
  );
}
