"use client";

import { ThemeProvider as NextThemes } from "next-themes";
import type { ReactNode } from "react";

interface ThemeProviderProps {
  /** Of the page's policy, for the script that sets the theme before the first paint. */
  nonce?: string;
  children: ReactNode;
}

/** Remembers the theme. `<html>` needs `suppressHydrationWarning`: the class is set before React wakes. */
export function ThemeProvider({ nonce, children }: ThemeProviderProps) {
  return (
    <NextThemes attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange nonce={nonce}>
      {children}
    </NextThemes>
  );
}
