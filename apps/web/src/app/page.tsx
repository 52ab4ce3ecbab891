import { redirect } from "next/navigation";
import { getMe } from "#session/get-me.ts";

/** The door: to sign-in, to the workspace used last, to the first there is, or to making one. */
export default async function StartPage() {
  const me = await getMe();
  if (!me) redirect("/sign-in");
  const slug = me.lastWorkspaceSlug ?? me.workspaces[0]?.slug;
  redirect(slug ? `/w/${slug}` : "/workspaces/new");
}
