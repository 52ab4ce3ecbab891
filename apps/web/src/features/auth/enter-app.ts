/** Goes on to `next`, or to the workspace used last. A full load: nothing that was fetched without a session is shown with one. */
export function enterApp(next: string | null, { lastWorkspaceSlug }: { lastWorkspaceSlug: string | null }): void {
  window.location.assign(next ?? (lastWorkspaceSlug ? `/w/${lastWorkspaceSlug}` : "/"));
}
