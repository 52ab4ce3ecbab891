/** The settings of a workspace in their order; `path` is below `/w/[slug]/settings`. A new page adds itself here. */
export const SETTINGS_PAGES = [
  { id: "general", path: "" },
  { id: "regional", path: "/regional" },
  { id: "branding", path: "/branding" },
  { id: "billing", path: "/billing" },
  { id: "security", path: "/security" },
  { id: "ownership", path: "/ownership" },
] as const;
