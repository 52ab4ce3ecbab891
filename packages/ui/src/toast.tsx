"use client";

import { lazy, Suspense, useSyncExternalStore } from "react";
import type { ToastCall } from "./toast-queue.ts";
import { hasToasts, raise, subscribeToToasts } from "./toast-queue.ts";

interface ToasterProps {
  /** Names the region: "Notifications". */
  label: string;
  closeLabel: string;
}

/** Says that something happened. An undo is `toast.success(text, { action: { label, onClick } })`. */
export const toast = {
  success: (...[text, options]: ToastCall) => raise("success", [text, options]),
  info: (...[text, options]: ToastCall) => raise("info", [text, options]),
  warning: (...[text, options]: ToastCall) => raise("warning", [text, options]),
  error: (...[text, options]: ToastCall) => raise("error", [text, options]),
};

const ToastRegion = lazy(async () => ({ default: (await import("./toast-region.tsx")).ToastRegion }));

/** Where toasts appear; once, in the root layout. The region (13 KB) is fetched with the first toast. */
export function Toaster(props: ToasterProps) {
  const isWanted = useSyncExternalStore(subscribeToToasts, hasToasts, () => false);
  return isWanted ? (
    <Suspense fallback={null}>
      <ToastRegion {...props} />
    </Suspense>
  ) : null;
}
