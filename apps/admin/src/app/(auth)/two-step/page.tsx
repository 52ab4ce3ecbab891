import { AuthCorner } from "@pronaflow/app/auth/auth-corner.tsx";
import { returnPath } from "@pronaflow/app/session/return-path.ts";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuthStrip } from "#features/auth/auth-strip.tsx";
import { Enrolment } from "#features/enrolment/enrolment.tsx";
import { getMe } from "#session/get-me.ts";
import { getQueryClient, getTrpc } from "#trpc/server.ts";

interface TwoStepPageProps {
  searchParams: Promise<{ next?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.enrol"))("title") };
}

/** Before anything else of the console: an admin whose session has one factor sets up the second. */
export default async function TwoStepPage({ searchParams }: TwoStepPageProps) {
  const next = returnPath((await searchParams).next) ?? "/workspaces";
  const me = (await getMe()) ?? redirect(`/sign-in?next=${encodeURIComponent(next)}`);
  if (me.session.assurance === 2) redirect(next);
  const { enabled } = await getQueryClient().fetchQuery(getTrpc().auth.mfa.status.queryOptions());
  return (
    <Enrolment strip={<AuthStrip />} corner={<AuthCorner />} email={me.user.email} isEnabled={enabled} next={next} />
  );
}
