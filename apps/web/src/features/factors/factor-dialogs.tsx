"use client";

import type { ComponentType, ReactNode } from "react";
import { createContext, lazy, Suspense, useContext, useState } from "react";

type Task = "enable" | "disable" | "regenerate";

const DIALOGS: Record<Task, ComponentType<{ onClose: () => void }>> = {
  enable: lazy(async () => ({ default: (await import("./enable-dialog.tsx")).EnableDialog })),
  disable: lazy(async () => ({ default: (await import("./disable-dialog.tsx")).DisableDialog })),
  regenerate: lazy(async () => ({ default: (await import("./regenerate-dialog.tsx")).RegenerateDialog })),
};

const FactorDialogContext = createContext<((task: Task) => void) | null>(null);

/** Opens the dialog of a change to the second step. */
export function useFactorDialog(): (task: Task) => void {
  const open = useContext(FactorDialogContext);
  if (!open) throw new Error("useFactorDialog needs FactorDialogs above it.");
  return open;
}

/** Holds the dialogs that the checkup and the sections below it both lead to; each comes with its first use. */
export function FactorDialogs({ children }: { children: ReactNode }) {
  const [task, setTask] = useState<Task | null>(null);
  const Open = task ? DIALOGS[task] : null;
  return (
    <FactorDialogContext value={setTask}>
      {children}
      {Open ? (
        <Suspense fallback={null}>
          <Open onClose={() => setTask(null)} />
        </Suspense>
      ) : null}
    </FactorDialogContext>
  );
}
