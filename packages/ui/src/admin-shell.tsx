import type { ReactNode } from "react";
import { ConsoleStrip } from "./console-strip.tsx";
import { MenuButton } from "./menu-button.tsx";
import { Sidebar } from "./sidebar.tsx";
import { SkipLink } from "./skip-link.tsx";

interface AdminShellProps {
  labels: { skip: string; openMenu: string; navigation: string };
  brand: ReactNode;
  /** The word in the strip: "Console". */
  marker: ReactNode;
  /** At the right of the strip: environment, language. */
  stripEnd?: ReactNode;
  /** At the head of the sidebar: the button of the command palette. */
  search?: ReactNode;
  nav: ReactNode;
  account: ReactNode;
  banner?: ReactNode;
  children: ReactNode;
}

/** The frame of the console: denser than the app's, under a coloured strip. `<html data-app="admin">` colours the rest. */
export function AdminShell(props: AdminShellProps) {
  const { labels, brand, marker, stripEnd, search, nav, account, banner, children } = props;
  return (
    <>
      <SkipLink>{labels.skip}</SkipLink>
      <ConsoleStrip marker={marker} end={stripEnd}>
        <MenuButton label={labels.openMenu} opens="sidebar" className="-ml-2 hover:bg-strip-foreground/15" />
        {brand}
      </ConsoleStrip>
      <div className="md:grid md:grid-cols-[13rem_minmax(0,1fr)]">
        <Sidebar id="sidebar" className="md:top-10 md:h-[calc(100dvh-2.5rem)] md:w-52 md:gap-3 md:p-2">
          {search}
          <nav aria-label={labels.navigation} className="grid flex-1 content-start gap-3">
            {nav}
          </nav>
          {account}
        </Sidebar>
        <div className="min-w-0">
          {banner}
          <main id="content" tabIndex={-1} className="w-full max-w-360 px-(--page-gutter) py-4 outline-none sm:py-5">
            {children}
          </main>
        </div>
      </div>
    </>
  );
}
