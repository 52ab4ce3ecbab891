import type { ExternalToast, toast } from "sonner";

export type ToastTone = "success" | "info" | "warning" | "error";
export type ToastCall = [text: string, options?: ExternalToast];

type Show = (tone: ToastTone, call: ToastCall) => void;

const waiting: { tone: ToastTone; call: ToastCall }[] = [];
const listeners = new Set<() => void>();
let isWanted = false;
let show: Show | null = null;

/** Shows a toast, or keeps it until the region that shows toasts has come. */
export function raise(tone: ToastTone, call: ToastCall): void {
  if (show) {
    show(tone, call);
    return;
  }
  waiting.push({ tone, call });
  isWanted = true;
  for (const changed of listeners) changed();
}

/** The region is there: what waited is shown. Answers with the way to take the region away again. */
export function takeToasts(sonner: typeof toast): () => void {
  show = (tone, [text, options]) => void sonner[tone](text, options);
  for (const { tone, call } of waiting.splice(0)) show(tone, call);
  return () => {
    show = null;
  };
}

/** Whether any toast was raised since the page was loaded. */
export function hasToasts(): boolean {
  return isWanted;
}

export function subscribeToToasts(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}
