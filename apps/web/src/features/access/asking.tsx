"use client";

import type { Permission } from "@pronaflow/contract";
import type { ReactNode } from "react";
import { createContext, lazy, Suspense, use, useState } from "react";

const AskParts = lazy(async () => ({ default: (await import("./ask-parts.tsx")).AskParts }));

const Ask = createContext<(permission: Permission) => void>(() => undefined);

/** Opens the dialog in which a permission of the page's workspace is asked for. */
export function useAsk(): (permission: Permission) => void {
  return use(Ask);
}

/** Gives the pages of a workspace the way to ask for what one's role lacks, also after a refusal of the server. */
export function Asking({ slug, children }: { slug: string; children: ReactNode }) {
  const [asked, setAsked] = useState<Permission | null>(null);
  return (
    <Ask value={setAsked}>
      {children}
      <Suspense fallback={null}>
        <AskParts slug={slug} asked={asked} onAsk={setAsked} />
      </Suspense>
    </Ask>
  );
}
