import { afterEach, beforeEach } from "vitest";

// A warning that nobody reads is a bug that nobody mends: whatever reaches console.error fails the test it came from.
const passOn = console.error;
let seen: string[] = [];

console.error = (...values: unknown[]) => {
  seen.push(values.map(String).join(" "));
  passOn(...values);
};

beforeEach(() => {
  seen = [];
});

afterEach(() => {
  const messages = seen;
  seen = [];
  if (messages.length > 0) throw new Error(`console.error was called:\n${messages.join("\n")}`);
});
