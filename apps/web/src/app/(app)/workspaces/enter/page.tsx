import { returnPath } from "@pronaflow/app/session/return-path.ts";
import { codeOf } from "@pronaflow/app/session/server-failure.ts";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EntryRefused } from "#features/workspaces/entry-refused.tsx";
import { hasSecondStep } from "#session/has-second-step.ts";
import { requireMe } from "#session/require-me.ts";
import { getQueryClient, getTrpc } from "#trpc/server.ts";

interface EnterPageProps {
  searchParams: Promise<{ slug?: string | string[]; rest?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("workspaces.entry"))("signInAgain") };
}

/** Where a workspace leads those whose session its policy does not let in: it says why, and what to do about it. */
export default async function EnterPage({ searchParams }: EnterPageProps) {
  const { slug, rest } = await searchParams;
  if (typeof slug !== "string" || !/^[A-Za-z0-9_-]{1,100}$/.test(slug)) return notFound();
  const next = returnPath(`/w/${slug}${typeof rest === "string" ? rest : ""}`) ?? `/w/${slug}`;
  const { workspaces } = await requireMe(next);
  const reason = await readReason(slug);
  if (reason === null) redirect(next);
  if (reason === "NOT_FOUND") return notFound();
  const name = workspaces.find((workspace) => workspace.slug === slug)?.name ?? slug;
  const hasOthers = workspaces.some((workspace) => workspace.slug !== slug);
  return (
    <EntryRefused name={name} reason={reason} hasFactor={await hasSecondStep()} hasOthers={hasOthers} next={next} />
  );
}

/** Null where it lets this session in after all. */
async function readReason(slug: string): Promise<"WORKSPACE_NEEDS_MFA" | "SESSION_TOO_OLD" | "NOT_FOUND" | null> {
  try {
    await getQueryClient().fetchQuery(getTrpc().workspaces.bySlug.queryOptions({ slug }));
    return null;
  } catch (error) {
    const code = codeOf(error);
    if (code === "WORKSPACE_NEEDS_MFA" || code === "SESSION_TOO_OLD" || code === "NOT_FOUND") return code;
    throw error;
  }
}
