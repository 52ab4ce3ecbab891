"use client";

import { useSyncExternalStore } from "react";
import { relativeTime } from "./relative-time.ts";

interface TimeAgoProps {
  /** ISO 8601. */
  at: string;
  /** The server's clock when it rendered, ISO 8601: the first paint on both sides agrees. */
  now: string;
  locale: string;
}

const TICK_MS = 30_000;

/** A moment as people say it, with the exact one in the viewer's zone on hover; it keeps itself current. */
export function TimeAgo({ at, now, locale }: TimeAgoProps) {
  const nowMs = useSyncExternalStore(
    subscribe,
    () => Math.floor(Date.now() / TICK_MS) * TICK_MS,
    () => Date.parse(now),
  );
  const isHydrated = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  const exact = new Intl.DateTimeFormat(locale, {
    dateStyle: "long",
    timeStyle: "long",
    timeZone: isHydrated ? undefined : "UTC",
  });
  const atMs = Date.parse(at);
  return (
    // The server's ICU may word a unit differently from the browser's.
    <time dateTime={at} title={exact.format(atMs)} className="whitespace-nowrap" suppressHydrationWarning>
      {relativeTime(atMs, Math.max(nowMs, Math.min(atMs, nowMs + TICK_MS)), locale)}
    </time>
  );
}

function subscribe(changed: () => void): () => void {
  const timer = setInterval(changed, TICK_MS);
  return () => clearInterval(timer);
}

function neverChanges(): () => void {
  return () => undefined;
}
