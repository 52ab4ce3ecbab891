import { Archive, History, KeyRound, Link2, ShieldCheck, UserRound } from "lucide-react";

/** The pages of one's own account in their order, for its navigation and the palette. A new page adds itself here. */
export const ACCOUNT_PAGES = [
  { id: "profile", href: "/account", icon: <UserRound aria-hidden /> },
  { id: "security", href: "/account/security", icon: <ShieldCheck aria-hidden /> },
  { id: "activity", href: "/account/activity", icon: <History aria-hidden /> },
  { id: "connections", href: "/account/connections", icon: <Link2 aria-hidden /> },
  { id: "tokens", href: "/account/tokens", icon: <KeyRound aria-hidden /> },
  { id: "data", href: "/account/data", icon: <Archive aria-hidden /> },
] as const;
