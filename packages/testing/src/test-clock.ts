import type { Clock } from "@pronaflow/core/kernel";

/** A clock that moves only when a test says so. */
export interface TestClock extends Clock {
  set(at: Date): void;
  advance(span: { days?: number; hours?: number; minutes?: number; seconds?: number; milliseconds?: number }): void;
}

/** Starts at a fixed instant, so that a test's times are the same on every run. */
export function testClock(start = new Date("2026-03-01T09:00:00.000Z")): TestClock {
  let at = start.getTime();
  return {
    now: () => new Date(at),
    set(next) {
      at = next.getTime();
    },
    advance({ days = 0, hours = 0, minutes = 0, seconds = 0, milliseconds = 0 }) {
      at += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + milliseconds;
    },
  };
}
