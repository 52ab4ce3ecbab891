"use client";

import { useEffect, useState } from "react";

/** Seconds left, counted down to 0, and the way to start again. */
export function useCountdown(initialSeconds: number): [secondsLeft: number, start: (seconds: number) => void] {
  const [secondsLeft, setSecondsLeft] = useState(initialSeconds);
  const isRunning = secondsLeft > 0;

  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => setSecondsLeft((left) => Math.max(0, left - 1)), 1000);
    return () => clearInterval(timer);
  }, [isRunning]);

  return [secondsLeft, setSecondsLeft];
}
