import { withDeadline } from "./deadline.ts";

export interface Readiness {
  status: "ready" | "degraded" | "draining";
  checks: Record<string, "ok" | "failing">;
}

/** Asks every probe at once, each within `probeMs`; a process that is stopping is not ready whatever they say. */
export async function readiness(
  probes: Record<string, () => Promise<unknown>>,
  probeMs: number,
  draining: boolean,
): Promise<Readiness> {
  if (draining) return { status: "draining", checks: {} };
  const results = await Promise.all(
    Object.entries(probes).map(async ([name, probe]): Promise<[string, "ok" | "failing"]> => {
      try {
        await withDeadline(probe(), probeMs);
        return [name, "ok"];
      } catch {
        // A probe only answers yes or no; the part that failed has its own log.
        return [name, "failing"];
      }
    }),
  );
  const failing = results.some(([, result]) => result === "failing");
  return { status: failing ? "degraded" : "ready", checks: Object.fromEntries(results) };
}
