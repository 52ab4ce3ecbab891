import type { ReactNode } from "react";
import { MenuButton } from "./menu-button.tsx";
import { Sidebar } from "./sidebar.tsx";
import { SkipLink } from "./skip-link.tsx";

interface AppShellProps {
  labels: { skip: string; openMenu: string; navigation: string };
  /** The mark, in the top bar below 768 px. */
  brand: ReactNode;
  /** The workspace switcher, at the head of the sidebar. */
  switcher: ReactNode;
  /** Below it: the button of the command palette. */
  search?: ReactNode;
  /** `NavGroup`s. */
  nav: ReactNode;
  /** The account menu, at the foot of the sidebar. */
  account: ReactNode;
  /** At the right of the top bar below 768 px. */
  topActions?: ReactNode;
  /** Over every page: what concerns the whole account or workspace. */
  banner?: ReactNode;
  children: ReactNode;
}

/** The frame of the user's app. */
export function AppShell(props: AppShellProps) {
  const { labels, brand, switcher, search, nav, account, topActions, banner, children } = props;
  return (
    <div className="md:grid md:grid-cols-[15rem_minmax(0,1fr)]">
      <SkipLink>{labels.skip}</SkipLink>
      <Sidebar id="sidebar">
        <div className="grid gap-2">
          {switcher}
          {search}
        </div>
        <nav aria-label={labels.navigation} className="grid flex-1 content-start gap-4">
          {nav}
        </nav>
        {account}
      </Sidebar>
      <div className="min-w-0">
        <header className="sticky top-0 z-30 flex h-14 items-center gap-1 border-b bg-background px-2 md:hidden">
          <MenuButton label={labels.openMenu} opens="sidebar" />
          <div className="min-w-0 flex-1">{brand}</div>
          {topActions}
        </header>
        {banner}
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto w-full max-w-256 px-(--page-gutter) py-6 outline-none sm:py-8"
        >
          {children}
        </main>
      </div>
    </div>
  );
}
