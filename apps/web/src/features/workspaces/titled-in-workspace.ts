import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { getWorkspace } from "#session/require-workspace.ts";
import type { WorkspacePageProps } from "./workspace-page-props.ts";

type TitleKey =
  | `settings.pages.${"regional" | "branding" | "billing" | "security"}`
  | "workspaces.settings.title"
  | "ownership.title"
  | "members.title"
  | "invitations.title"
  | "log.title";

/** For `generateMetadata`: the page's title with the workspace's name, where there is one for this reader. */
export function titledInWorkspace(key: TitleKey) {
  return async ({ params }: WorkspacePageProps): Promise<Metadata> => {
    const { slug } = await params;
    const title = (await getTranslations())(key);
    const workspace = await getWorkspace(slug);
    return { title: workspace ? `${title} · ${workspace.name}` : title };
  };
}
