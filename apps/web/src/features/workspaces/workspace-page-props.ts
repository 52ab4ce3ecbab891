/** What Next hands to a page under `/w/[slug]`. */
export interface WorkspacePageProps {
  params: Promise<{ slug: string }>;
}
